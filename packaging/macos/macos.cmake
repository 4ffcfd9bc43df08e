# SPDX-FileCopyrightText: 2026 The Quoth developers
# SPDX-License-Identifier: GPL-3.0-or-later

# macOS: an application bundle in a disk image. Not yet run. It is not signed, so that macOS asks before it starts it
# the first time; and the program does not open yet what is double-clicked, for that comes as an event (QFileOpenEvent) there.
set_target_properties(quoth PROPERTIES MACOSX_BUNDLE TRUE OUTPUT_NAME Quoth
  MACOSX_BUNDLE_INFO_PLIST ${CMAKE_CURRENT_LIST_DIR}/Info.plist.in)
if(QUOTH_PACKAGE_FILES)
  set_source_files_properties(${icons}/quoth.icns TARGET_DIRECTORY quoth PROPERTIES GENERATED TRUE MACOSX_PACKAGE_LOCATION Resources)
  target_sources(quoth PRIVATE ${icons}/quoth.icns)
  add_dependencies(quoth quoth_icon_files)
endif()
install(TARGETS quoth BUNDLE DESTINATION .)
find_program(MACDEPLOYQT NAMES macdeployqt6 macdeployqt)
if(MACDEPLOYQT)
  install(CODE "execute_process(COMMAND \"${MACDEPLOYQT}\" \"\${CMAKE_INSTALL_PREFIX}/Quoth.app\" COMMAND_ERROR_IS_FATAL ANY)")
endif()
set(CPACK_GENERATOR DragNDrop)
set(CPACK_DMG_VOLUME_NAME Quoth)
