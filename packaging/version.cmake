# SPDX-FileCopyrightText: 2026 The Quoth developers
# SPDX-License-Identifier: GPL-3.0-or-later

# Reads the versions of CHANGELOG.md, "## 1.2.3 (unreleased)" or "## 1.2.3 (2026-01-31)", newest first, for the packages:
#   QUOTH_RELEASES           as AppStream wants them
#   QUOTH_DEBIAN_CHANGELOG   as Debian wants them
#   QUOTH_RPM_CHANGELOG      as RPM wants them
#   QUOTH_DEBIAN_REVISION    of a package that is built here: "1~debian12", "1~ubuntu24.04", for what was built on one is not for the other
# What is not released yet has the time of the build, which SOURCE_DATE_EPOCH sets.
set(QUOTH_CONTACT "The Quoth developers <quoth@example.invalid>") # no such address yet

# Days since 1970-01-01 of a date of the Gregorian calendar, years counted from March.
function(quoth_days year month day result)
  math(EXPR shifted "(${month} + 9) % 12")
  math(EXPR from_march "${year} - ${shifted} / 10")
  math(EXPR days "365 * ${from_march} + ${from_march} / 4 - ${from_march} / 100 + ${from_march} / 400
    + (${shifted} * 306 + 5) / 10 + ${day} - 1 - 719468")
  set(${result} ${days} PARENT_SCOPE)
endfunction()

set(QUOTH_DEBIAN_REVISION 1)
if(EXISTS /etc/os-release)
  file(STRINGS /etc/os-release id REGEX "^ID=")
  file(STRINGS /etc/os-release release REGEX "^VERSION_ID=")
  string(REGEX REPLACE "^ID=|\"" "" id "${id}")
  string(REGEX REPLACE "^VERSION_ID=|\"" "" release "${release}")
  if(id AND release)
    set(QUOTH_DEBIAN_REVISION "1~${id}${release}")
  endif()
endif()

file(STRINGS ${PROJECT_SOURCE_DIR}/CHANGELOG.md headings REGEX "^## ")
set(QUOTH_RELEASES "")
set(QUOTH_DEBIAN_CHANGELOG "")
set(QUOTH_RPM_CHANGELOG "")
set(newest "")
set(epoch_before "$ENV{SOURCE_DATE_EPOCH}")
foreach(heading IN LISTS headings)
  if(NOT heading MATCHES "^## ([0-9]+\\.[0-9]+\\.[0-9]+) \\((unreleased|([0-9][0-9][0-9][0-9])-([0-9][0-9])-([0-9][0-9]))\\)$")
    message(FATAL_ERROR "CHANGELOG.md: \"${heading}\" is not like \"## 1.2.3 (2026-01-31)\" or \"## 1.2.3 (unreleased)\".")
  endif()
  set(version ${CMAKE_MATCH_1})
  set(year "${CMAKE_MATCH_3}")
  set(month "${CMAKE_MATCH_4}")
  set(day "${CMAKE_MATCH_5}")
  set(kind "")
  if(year STREQUAL "")
    set(kind " type=\"development\"")
  else()
    # A leading zero would make a number octal, or none.
    string(REGEX REPLACE "^0" "" month ${month})
    string(REGEX REPLACE "^0" "" day ${day})
    quoth_days(${year} ${month} ${day} days)
    math(EXPR epoch "${days} * 86400")
    set(ENV{SOURCE_DATE_EPOCH} ${epoch})
  endif()
  string(TIMESTAMP date "%Y-%m-%d" UTC)
  string(TIMESTAMP debian_date "%a, %d %b %Y %H:%M:%S +0000" UTC)
  string(TIMESTAMP rpm_date "%a %b %d %Y" UTC)
  if(epoch_before STREQUAL "")
    unset(ENV{SOURCE_DATE_EPOCH})
  else()
    set(ENV{SOURCE_DATE_EPOCH} ${epoch_before})
  endif()
  if(newest STREQUAL "")
    set(newest ${version})
  endif()
  string(APPEND QUOTH_RELEASES "    <release version=\"${version}\" date=\"${date}\"${kind}/>\n")
  string(APPEND QUOTH_DEBIAN_CHANGELOG "quoth (${version}-${QUOTH_DEBIAN_REVISION}) unstable; urgency=medium\n\n"
    "  * Version ${version}. What is new stands in changelog.gz beside this file.\n\n -- ${QUOTH_CONTACT}  ${debian_date}\n\n")
  string(APPEND QUOTH_RPM_CHANGELOG "* ${rpm_date} ${QUOTH_CONTACT} - ${version}-1\n- Version ${version}. What is new stands in CHANGELOG.md.\n\n")
endforeach()
string(REGEX REPLACE "\n+$" "" QUOTH_RELEASES "${QUOTH_RELEASES}")
string(REGEX REPLACE "\n+$" "\n" QUOTH_DEBIAN_CHANGELOG "${QUOTH_DEBIAN_CHANGELOG}")
string(REGEX REPLACE "\n+$" "" QUOTH_RPM_CHANGELOG "${QUOTH_RPM_CHANGELOG}")
if(NOT newest STREQUAL PROJECT_VERSION)
  message(FATAL_ERROR "CMakeLists.txt says version ${PROJECT_VERSION}, the newest in CHANGELOG.md is \"${newest}\".")
endif()
