# SPDX-FileCopyrightText: 2026 The Quoth developers
# SPDX-License-Identifier: GPL-3.0-or-later

# "cpack -G DEB" in a release build makes the package; packaging/deb does all of it. Everything derives from project().
set(CPACK_PACKAGE_NAME quoth)
set(CPACK_PACKAGE_VENDOR "The Quoth developers")
set(CPACK_PACKAGE_CONTACT "${QUOTH_CONTACT}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "editor for labelling who said what in news articles")
set(CPACK_PACKAGE_INSTALL_DIRECTORY Quoth)
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE ${QUOTH_DEBIAN_REVISION})
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_HOMEPAGE "${PROJECT_HOMEPAGE_URL}")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "Quoth highlights the speakers, the reporting verbs, the quotations, the
claims and the scare quotes of news articles. Each highlight is accepted,
rejected or fixed from the keyboard, what was missed is labelled, and all of
it is exported as a labelled dataset in many formats.

Suggestions come from a trained model and from rules, both on this machine.
The same program does all of it on the command line without a display.")
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Plugins of Qt, which no library names: how projects are read, and how the symbols of the window are drawn.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, qt6-svg-plugins | libqt6svg6 (<< 6.6)")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-dejavu-core | fonts-noto-core, fonts-noto-color-emoji, qt6-translations-l10n, qt6-wayland, shared-mime-info")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "sqlite3")
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/debian/finish.cmake)
set(CPACK_QUOTH_SOURCE_DIR ${PROJECT_SOURCE_DIR})
set(CPACK_QUOTH_DEBIAN_CHANGELOG ${CMAKE_CURRENT_BINARY_DIR}/changelog.Debian)
include(CPack)
