# SPDX-FileCopyrightText: 2026 The Quoth developers
# SPDX-License-Identifier: GPL-3.0-or-later

# What Linux desktops and shells find where freedesktop.org and the shells say.
set(data ${CMAKE_INSTALL_DATADIR})
install(TARGETS quoth RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
configure_file(linux/org.quoth.quoth.metainfo.xml.in org.quoth.quoth.metainfo.xml @ONLY)
configure_file(rpm/quoth.spec.in quoth.spec @ONLY)
file(WRITE ${CMAKE_CURRENT_BINARY_DIR}/changelog.Debian "${QUOTH_DEBIAN_CHANGELOG}")
install(FILES linux/quoth.desktop DESTINATION ${data}/applications)
install(FILES linux/quoth.xml DESTINATION ${data}/mime/packages)
install(FILES linux/quoth.thumbnailer DESTINATION ${data}/thumbnailers)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/org.quoth.quoth.metainfo.xml DESTINATION ${data}/metainfo)
install(FILES ${PROJECT_SOURCE_DIR}/resources/icons/quoth.svg DESTINATION ${data}/icons/hicolor/scalable/apps)

if(QUOTH_PACKAGE_FILES)
  foreach(size 16 22 24 32 48 64 96 128 256 512)
    install(FILES ${icons}/${size}.png DESTINATION ${data}/icons/hicolor/${size}x${size}/apps RENAME quoth.png)
  endforeach()

  # In English, and with no settings: a person's own detectors are none of the program's.
  set(pages ${CMAKE_CURRENT_BINARY_DIR}/pages)
  set(quoth_describe ${CMAKE_COMMAND} -E env LC_ALL=C.UTF-8 TZ=UTC HOME=${pages} XDG_CONFIG_HOME=${pages}
    $<TARGET_FILE:quoth> describe)
  add_custom_command(OUTPUT ${pages}/quoth.1 ${pages}/quoth.bash ${pages}/_quoth ${pages}/quoth.fish
    COMMAND ${CMAKE_COMMAND} -E make_directory ${pages}
    COMMAND ${quoth_describe} man > ${pages}/quoth.1
    COMMAND ${quoth_describe} bash > ${pages}/quoth.bash
    COMMAND ${quoth_describe} zsh > ${pages}/_quoth
    COMMAND ${quoth_describe} fish > ${pages}/quoth.fish
    DEPENDS quoth COMMENT "Writing manual page and completions")
  add_custom_target(quoth_pages ALL DEPENDS ${pages}/quoth.1)
  install(FILES ${pages}/quoth.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
  install(FILES ${pages}/quoth.bash DESTINATION ${data}/bash-completion/completions RENAME quoth)
  install(FILES ${pages}/_quoth DESTINATION ${data}/zsh/site-functions)
  install(FILES ${pages}/quoth.fish DESTINATION ${data}/fish/vendor_completions.d)
endif()
