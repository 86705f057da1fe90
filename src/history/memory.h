// Memory for libgit2, which does not survive being refused any.
#pragma once

namespace brm {

/// From now on libgit2 asks as operator new does: where there is none, whoever std::set_new_handler
/// named is called, until there is some. Without one it is refused as before.
void insist_on_memory();

}  // namespace brm
