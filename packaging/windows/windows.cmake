# SPDX-FileCopyrightText: 2026 The Quoth developers
# SPDX-License-Identifier: GPL-3.0-or-later

# Windows, by GCC of MSYS2 (UCRT64). Not yet run there; on Linux, NSIS compiled the installer's script and windres the resources.
# quoth.exe is for the command line; quoth-window.exe is the same without a console.
configure_file(windows/quoth.rc.in quoth.rc @ONLY)
add_executable(quoth-window WIN32 ${PROJECT_SOURCE_DIR}/app/main.cpp)
target_link_libraries(quoth-window PRIVATE quoth_commandline quoth_windows)
if(QUOTH_PACKAGE_FILES)
  enable_language(RC)
  add_library(quoth_version OBJECT ${CMAKE_CURRENT_BINARY_DIR}/quoth.rc)
  set_source_files_properties(${CMAKE_CURRENT_BINARY_DIR}/quoth.rc PROPERTIES OBJECT_DEPENDS ${icons}/512.png)
  add_dependencies(quoth_version quoth_icon_files)
  foreach(program quoth quoth-window)
    target_sources(${program} PRIVATE $<TARGET_OBJECTS:quoth_version>)
  endforeach()
endif()

install(TARGETS quoth quoth-window RUNTIME_DEPENDENCY_SET quoth_libraries RUNTIME DESTINATION .)
get_filename_component(compiler_folder ${CMAKE_CXX_COMPILER} DIRECTORY)
install(RUNTIME_DEPENDENCY_SET quoth_libraries DESTINATION . DIRECTORIES ${compiler_folder}
  PRE_EXCLUDE_REGEXES "^api-ms-" "^ext-ms-" POST_EXCLUDE_REGEXES "[/\\\\][Ww]indows[/\\\\]")
# Qt's plugins; those for SQLite come by Qt SQL, those for SVG have to be asked for.
find_program(WINDEPLOYQT NAMES windeployqt6 windeployqt-qt6 windeployqt)
if(WINDEPLOYQT)
  install(CODE "execute_process(COMMAND \"${WINDEPLOYQT}\" --release --svg --no-translations --no-compiler-runtime
    \"\${CMAKE_INSTALL_PREFIX}/quoth-window.exe\" COMMAND_ERROR_IS_FATAL ANY)")
endif()
include(windows/installer.cmake)
