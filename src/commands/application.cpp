#include "commands/application.h"

#include "commands/values.h"

namespace brm {
namespace {

void add_global_options(CLI::App& app, GlobalOptions& options) {
  takes(app.add_option("-C,--records", options.records,
                       "The records folder; the nearest one above it with brm.yaml counts "
                       "(BRM_RECORDS, else the current folder)"),
        values::folder);
  takes(app.add_option("--as-of", options.as_of,
                       "The day to judge by (BRM_AS_OF, SOURCE_DATE_EPOCH, else today)"),
        values::as_of);
  takes(app.add_option("--audience", options.audience,
                       "Who will read it: records that are not for them are left out"),
        values::audience);
  takes(app.add_option("--color", options.color, "Colour (NO_COLOR, FORCE_COLOR)"), values::colour);
  takes(app.add_option("-j,--jobs", options.jobs,
                       "Threads that read and check (default 0: as many as pay)"),
        values::amount);
  takes(app.add_option("--reader", options.reader, "Who reads YAML"), values::reader);
  app.add_flag("-q,--quiet", options.quiet, "Say nothing where nothing is wrong");
  app.add_flag("-v,--verbose", options.verbose, "Say more on stderr");
  app.set_version_flag("--version", "brm " BRM_VERSION, "Print the version and stop");
}

}  // namespace

Application::Application()
    : app("Checks records of relationships and initiatives, and reports "
          "outcomes from what was measured.",
          "brm") {
  app.set_help_flag("-h,--help", "Print this help and stop");
  app.allow_extras();
  app.require_subcommand(0, 1);
  add_global_options(app, options);
  for (const Command* command : all_commands()) {
    CLI::App* sub = app.add_subcommand(std::string(command->name), std::string(command->summary));
    sub->set_help_flag("-h,--help", "Print this help and stop");
    sub->fallthrough();
    sub->allow_extras();
    command->add(*sub, chosen);
  }
}

}  // namespace brm
