# SPDX-FileCopyrightText: 2026 The Quoth developers
# SPDX-License-Identifier: GPL-3.0-or-later

# Run by CPack on what it is about to pack: what Debian wants and other systems do not.
if(NOT CPACK_GENERATOR STREQUAL "DEB")
  return()
endif()

function(run)
  execute_process(COMMAND ${ARGN} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

set(top ${CPACK_TEMPORARY_INSTALL_DIRECTORY}${CPACK_PACKAGING_INSTALL_PREFIX})
set(doc ${top}/share/doc/quoth)
file(MAKE_DIRECTORY ${doc})
file(COPY_FILE ${CPACK_QUOTH_SOURCE_DIR}/packaging/debian/copyright ${doc}/copyright)
file(COPY_FILE ${CPACK_QUOTH_SOURCE_DIR}/CHANGELOG.md ${doc}/changelog)
file(COPY_FILE ${CPACK_QUOTH_DEBIAN_CHANGELOG} ${doc}/changelog.Debian)
run(gzip -9n ${doc}/changelog ${doc}/changelog.Debian ${top}/share/man/man1/quoth.1)
file(MAKE_DIRECTORY ${top}/share/zsh)
file(RENAME ${top}/share/zsh/site-functions ${top}/share/zsh/vendor-completions)
run(strip --strip-unneeded --remove-section=.comment --remove-section=.note ${top}/bin/quoth)

# The same package whenever it is made, whoever makes it.
run(chmod -R u=rwX,go=rX ${CPACK_TEMPORARY_INSTALL_DIRECTORY})
if(DEFINED ENV{SOURCE_DATE_EPOCH})
  run(find ${CPACK_TEMPORARY_INSTALL_DIRECTORY} -exec touch -h -d @$ENV{SOURCE_DATE_EPOCH} {} +)
endif()
