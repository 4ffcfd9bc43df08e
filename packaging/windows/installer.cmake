# SPDX-FileCopyrightText: 2026 The Quoth developers
# SPDX-License-Identifier: GPL-3.0-or-later

# What the installer that CPack makes by NSIS does besides copying: the start menu, PATH on wish, and .quoth files.
set(CPACK_GENERATOR NSIS)
set(CPACK_PACKAGE_EXECUTABLES quoth-window Quoth)
set(CPACK_NSIS_DISPLAY_NAME Quoth)
set(CPACK_NSIS_PACKAGE_NAME Quoth)
set(CPACK_NSIS_INSTALLED_ICON_NAME quoth-window.exe)
set(CPACK_NSIS_EXECUTABLES_DIRECTORY .)
set(CPACK_NSIS_MODIFY_PATH ON)
set(CPACK_NSIS_ENABLE_UNINSTALL_BEFORE_INSTALL ON)
set(CPACK_NSIS_URL_INFO_ABOUT "${PROJECT_HOMEPAGE_URL}")
set(CPACK_NSIS_MUI_ICON ${CMAKE_CURRENT_BINARY_DIR}/icons/quoth.ico)
set(CPACK_NSIS_MUI_UNIICON ${CMAKE_CURRENT_BINARY_DIR}/icons/quoth.ico)
# SHCTX is the machine or the person, as was chosen. The last line tells the desktop.
set(CPACK_NSIS_EXTRA_INSTALL_COMMANDS [=[
  WriteRegStr SHCTX "Software\Classes\.quoth" "" "Quoth.Project"
  WriteRegStr SHCTX "Software\Classes\.quoth" "Content Type" "application/x-quoth"
  WriteRegStr SHCTX "Software\Classes\Quoth.Project" "" "Quoth project"
  WriteRegStr SHCTX "Software\Classes\Quoth.Project\DefaultIcon" "" "$INSTDIR\quoth-window.exe,0"
  WriteRegStr SHCTX "Software\Classes\Quoth.Project\shell\open\command" "" '"$INSTDIR\quoth-window.exe" "%1"'
  System::Call 'shell32::SHChangeNotify(i 0x8000000, i 0, p 0, p 0)'
]=])
set(CPACK_NSIS_EXTRA_UNINSTALL_COMMANDS [=[
  DeleteRegKey SHCTX "Software\Classes\.quoth"
  DeleteRegKey SHCTX "Software\Classes\Quoth.Project"
  System::Call 'shell32::SHChangeNotify(i 0x8000000, i 0, p 0, p 0)'
]=])
