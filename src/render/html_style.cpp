#include "render/html_style.h"

namespace brm {
namespace {

/// Every pair of a text and its ground has a contrast of 4.5 or more. A mark before a tone's word
/// says what its colour says.
constexpr std::string_view style = R"(
:root{--paper:#fff;--ink:#1b2530;--soft:#566372;--line:#d8dee6;--wash:#f4f6f9;--link:#17508c;
--good:#17683a;--doubtful:#805200;--bad:#b0221b;--good-wash:#e4f3e9;--doubtful-wash:#fcf0d5;--bad-wash:#fce7e5;
--plan:#566372;--main:#17508c}
@media screen and (prefers-color-scheme:dark){:root{--paper:#12171d;--ink:#e5eaf0;--soft:#9dabba;--line:#303b47;
--wash:#1a2129;--link:#8fc0f5;--good:#7fd49a;--doubtful:#f0c063;--bad:#ff9d93;--good-wash:#16301f;
--doubtful-wash:#382b0e;--bad-wash:#42201d;--plan:#9dabba;--main:#8fc0f5}}
*{box-sizing:border-box}
html{color-scheme:light dark;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;max-width:76rem;padding:1.75rem 1.5rem 2.5rem;background:var(--paper);color:var(--ink);
font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans","DejaVu Sans",sans-serif;overflow-wrap:break-word}
h1{font-size:1.9rem;line-height:1.2;margin:0 0 .35rem;letter-spacing:-.01em;text-wrap:balance}
h2{font-size:1.25rem;line-height:1.3;margin:2.6rem 0 .6rem}
h3{font-size:1.02rem;line-height:1.35;margin:1.7rem 0 .5rem}
p{margin:.4rem 0;max-width:52rem}
a{color:var(--link);text-underline-offset:.15em;overflow-wrap:anywhere}
code,pre,.pic{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.88em}
pre{background:var(--wash);border:1px solid var(--line);border-radius:.4rem;padding:.7rem .9rem;
white-space:pre-wrap;overflow-wrap:anywhere;margin:.6rem 0}
header{border-bottom:1px solid var(--line);padding-bottom:1rem;margin-bottom:1.3rem}
header p{color:var(--soft);margin:0}
.over{font-size:.92rem;font-weight:600;margin-bottom:.4rem}
.notice{border:1px solid var(--bad);border-left-width:.35rem;background:var(--bad-wash);border-radius:.3rem;padding:.6rem .9rem;margin:.8rem 0}
.notice p{margin:.2rem 0}
.good,.doubtful,.bad{font-weight:600}
.good{color:var(--good)}.doubtful{color:var(--doubtful)}.bad{color:var(--bad)}.faint{color:var(--soft)}
.good::before{content:"\25CF\202F"}.doubtful::before{content:"\25B2\202F"}.bad::before{content:"\25A0\202F"}
.good::before{content:"\25CF\202F"/""}.doubtful::before{content:"\25B2\202F"/""}.bad::before{content:"\25A0\202F"/""}
dl{margin:.6rem 0}dd{margin:0}
.tiles{display:grid;grid-template-columns:repeat(auto-fill,minmax(8.6rem,1fr));gap:.6rem;margin:1.1rem 0}
.tiles>div{display:flex;flex-direction:column-reverse;justify-content:flex-end;border:1px solid var(--line);border-radius:.5rem;padding:.6rem .8rem .65rem}
.tiles dt{color:var(--soft);font-size:.86rem;line-height:1.3}
.tiles dd{font-size:1.5rem;line-height:1.25;font-weight:650;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
.tiles .two{grid-column:span 2}
.tiles .good,.tiles .doubtful,.tiles .bad{font-weight:650}
.tiles span::before{font-size:.62em;vertical-align:.22em}
.pairs{display:grid;grid-template-columns:minmax(6rem,max-content) minmax(0,1fr);gap:.3rem 1.4rem}
.pairs dt{color:var(--soft)}.pairs dd{grid-column:2;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
nav{margin:1.4rem 0;font-size:.94rem}
nav ol{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.35rem 1.3rem}
.none{color:var(--soft)}
.wide{overflow-x:auto;margin:.6rem 0 1rem;border:1px solid var(--line);border-radius:.5rem}
.wide:focus-visible,a:focus-visible{outline:3px solid var(--link);outline-offset:2px}
table{border-collapse:collapse;width:100%;font-size:.94rem;line-height:1.4}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
th,td{padding:.5rem .8rem;text-align:left;vertical-align:top;white-space:nowrap;font-variant-numeric:tabular-nums}
thead th{background:var(--wash);color:var(--soft);font-size:.86rem;font-weight:600;vertical-align:bottom}
thead td{background:var(--wash)}
tbody th{font-weight:650}
thead .w{min-width:9rem}
.w{white-space:normal;min-width:11rem;overflow-wrap:break-word}
.n{text-align:right}
.pic{white-space:pre}
tbody tr{border-top:1px solid var(--line)}
tbody tr.more{border-top:0}
.more td{padding-top:0;white-space:normal}
.more div{position:sticky;left:.8rem;max-width:min(56rem,calc(100vw - 5rem))}
.more p{margin:.1rem 0;font-size:.92rem}
.more .faint{font-size:.84rem}
figure{margin:1.1rem 0 1.5rem}
figcaption{font-weight:600;line-height:1.35;margin-bottom:.4rem}
figcaption span{margin-left:.5rem;font-size:.9em;white-space:nowrap}
figure .wide{padding:.9rem 1rem;margin:.4rem 0}
svg{display:block;max-width:100%;height:auto;font-size:12px}
figure>.wide{max-width:62rem}.wide svg{width:100%;min-width:720px}.wide .broad{min-width:900px}
.key{list-style:none;display:flex;flex-wrap:wrap;gap:.3rem 1.3rem;margin:.3rem 0 .6rem;padding:0;font-size:.88rem;color:var(--soft)}
.key li{display:flex;align-items:center;gap:.45rem}
.plots{display:grid;grid-template-columns:repeat(auto-fill,minmax(19rem,1fr));gap:1.2rem 1.6rem;margin:.8rem 0 1.4rem}
.plots figure{margin:0;display:flex;flex-direction:column;justify-content:space-between;border-top:1px solid var(--line);padding-top:.6rem}
.plots figcaption{font-size:.93rem}
.plots svg{width:100%}
svg text{fill:var(--ink)}svg .label{paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round}svg .soft{fill:var(--soft)}svg .on-now{fill:var(--paper);font-weight:700}
.grid{stroke:var(--line)}.axis{stroke:var(--soft)}.lead{stroke:var(--soft);stroke-width:.8}
.measured{fill:none;stroke:var(--main);stroke-width:2.2;stroke-linejoin:round}
.planned{fill:none;stroke:var(--plan);stroke-width:1.7;stroke-dasharray:6 4}
.compared{fill:none;stroke:var(--doubtful);stroke-width:2;stroke-dasharray:2 3}
.open{fill:var(--paper);stroke:var(--plan);stroke-width:1.7}
.today{stroke:var(--soft);stroke-dasharray:2 3}.limit{stroke:var(--soft);stroke-dasharray:8 3}
.band{fill:var(--good-wash)}.edge{stroke:var(--good)}
.f-main{fill:var(--main)}.f-good{fill:var(--good)}.f-doubtful{fill:var(--doubtful)}.f-bad{fill:var(--bad)}.f-soft{fill:var(--soft)}.f-ink{fill:var(--ink)}
.hollow{fill:var(--paper);stroke-width:2}
.hollow.f-main{stroke:var(--main)}.hollow.f-good{stroke:var(--good)}.hollow.f-doubtful{stroke:var(--doubtful)}.hollow.f-bad{stroke:var(--bad)}.hollow.f-soft{stroke:var(--soft)}
.lane{fill:var(--wash)}
.w-plain{fill:var(--wash)}.w-good{fill:var(--good-wash)}.w-doubtful{fill:var(--doubtful-wash)}.w-bad{fill:var(--bad-wash)}
.stone{fill:var(--paper);stroke:var(--ink);stroke-width:1.5}.stone.now{fill:var(--ink)}.stone.was{stroke-dasharray:3 2}
.moved{stroke:var(--ink);stroke-width:1.5}.to-go{stroke:var(--ink);stroke-width:1.3;stroke-dasharray:4 3}.tip{fill:var(--ink)}
.tie{fill:none;stroke-width:1.7}.k0{stroke:var(--main);stroke-width:2.8}.k1{stroke:var(--ink)}.k2{stroke:var(--good);stroke-dasharray:7 4}
.k3{stroke:var(--doubtful);stroke-dasharray:2 3;stroke-width:2.2}.k4{stroke:var(--soft);stroke-dasharray:10 3 2 3}
.next{margin-top:2.6rem;background:var(--wash);border-radius:.5rem;padding:.9rem 1.1rem}
.next h2{font-size:1.02rem;margin:0 0 .3rem}
.next pre{background:var(--paper)}
footer{margin-top:2.8rem;padding-top:.8rem;border-top:1px solid var(--line);color:var(--soft);font-size:.86rem}
@media(max-width:40rem){body{padding:1.1rem .9rem 2rem}h1{font-size:1.5rem}h2{margin-top:2.1rem}
.tiles{grid-template-columns:repeat(2,1fr)}.pairs{grid-template-columns:minmax(0,1fr)}.pairs dd{grid-column:1;margin-bottom:.5rem}
figcaption span{display:block;margin-left:0;white-space:normal}.more div{max-width:calc(100vw - 3.8rem);left:.5rem}
table{font-size:.88rem}th,td{padding:.45rem .5rem;white-space:normal}tbody .n,.d,.pic{white-space:nowrap}
.more td{padding-top:0}thead .w,.w{min-width:0}tbody th.w{min-width:9.5rem}}
@page{margin:16mm 13mm}
@media print{html{color-scheme:light;font-size:9pt}body{max-width:none;padding:0}nav{display:none}
h2{margin-top:16pt}h2,h3{break-after:avoid}
.wide{overflow:visible;border:0;margin:4pt 0 8pt}thead{display:table-header-group}
th,td{padding:3pt 6pt;white-space:normal}tbody .n,.d{white-space:nowrap}thead .w,.w{min-width:0;overflow-wrap:anywhere}.pic{white-space:pre}
tr,figure,.tiles>div,.next{break-inside:avoid}.more{break-before:avoid}.more div{position:static;max-width:none}
.wide svg,.wide .broad{min-width:0}.plots{grid-template-columns:repeat(2,1fr)}figure .wide{padding:0}
.tiles{grid-template-columns:repeat(6,1fr);gap:4pt}.tiles dd{font-size:1.3rem}
a{color:inherit}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
)";

}  // namespace

std::string_view html_style() { return style; }

}  // namespace brm
