# What is installed, and the package that Debian's tools make of it: cpack -G DEB.
include(GNUInstallDirs)
install(TARGETS brm)

# Each shell looks for its completions in a folder of its own.
foreach(shell bash zsh fish)
  set(script_${shell} ${CMAKE_BINARY_DIR}/completions/${shell})
  add_custom_command(TARGET brm POST_BUILD VERBATIM
    COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/completions
    COMMAND brm completion ${shell} > ${script_${shell}})
endforeach()
install(FILES ${script_bash} DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME brm)
install(FILES ${script_fish} DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d RENAME brm.fish)
# Debian's zsh looks below /usr in a folder of Debian's own, and elsewhere in the usual one.
install(CODE "
  set(folder site-functions)
  if(CMAKE_INSTALL_PREFIX STREQUAL /usr AND EXISTS /etc/debian_version)
    set(folder vendor-completions)
  endif()
  file(INSTALL DESTINATION \${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_DATADIR}/zsh/\${folder} TYPE FILE
    RENAME _brm FILES ${script_zsh})")

# Pages of the manual are packed as Debian asks for, so that the same page is the same file.
find_program(BRM_GZIP gzip REQUIRED)
set(packed "")
function(pack from to)
  add_custom_command(OUTPUT ${to} DEPENDS ${from} COMMAND ${BRM_GZIP} -9n < ${from} > ${to} VERBATIM)
  set(packed ${packed} ${to} PARENT_SCOPE)
endfunction()
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/man)
foreach(section 1 5 7)
  file(GLOB pages CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/man/*.${section})
  foreach(page ${pages})
    cmake_path(GET page FILENAME name)
    pack(${page} ${CMAKE_BINARY_DIR}/man/${name}.gz)
    install(FILES ${CMAKE_BINARY_DIR}/man/${name}.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man${section})
  endforeach()
endforeach()

set(BRM_MAINTAINER "brm maintainers <brm@packages.example.org>" CACHE STRING "Who answers for the package")
execute_process(COMMAND date --utc --rfc-email --date=${BRM_RELEASE_DATE} OUTPUT_VARIABLE BRM_RELEASE_TIME
  OUTPUT_STRIP_TRAILING_WHITESPACE)
configure_file(packaging/changelog.in ${CMAKE_BINARY_DIR}/changelog @ONLY)
pack(${CMAKE_BINARY_DIR}/changelog ${CMAKE_BINARY_DIR}/changelog.gz)
install(FILES packaging/lintian-overrides DESTINATION ${CMAKE_INSTALL_DATADIR}/lintian/overrides RENAME brm)
install(FILES ${CMAKE_BINARY_DIR}/changelog.gz packaging/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})
add_custom_target(packed DEPENDS ${packed})
add_dependencies(brm packed) # so that what was built can be installed

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME brm)
set(CPACK_PACKAGE_VENDOR brm)
set(CPACK_PACKAGE_CONTACT ${BRM_MAINTAINER})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "checks records of relationships and initiatives")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"brm reads the YAML records of an office of information technology about
the parties it works with and the initiatives it runs with them, checks
them, and reports outcomes, risks and what changed. Verdicts are computed
from dated measurements; findings are written for people, editors and
build servers.")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_STRIP_FILES ON)
if(BRM_STATIC)
  set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS OFF) # it needs nobody
endif()
include(CPack)
