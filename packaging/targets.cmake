# SPDX-FileCopyrightText: 2026 The Quoth developers
# SPDX-License-Identifier: GPL-3.0-or-later

# How every target of the house is compiled, and how a layer or a test is declared.
add_library(quoth_options INTERFACE)
target_include_directories(quoth_options INTERFACE ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR})
target_compile_definitions(quoth_options INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_compile_options(quoth_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
  -Woverloaded-virtual -Wconversion -Wno-sign-conversion
  $<$<BOOL:${QUOTH_WARNINGS_AS_ERRORS}>:-Werror>)
if(QUOTH_HARDENING)
  target_compile_options(quoth_options INTERFACE -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fstack-clash-protection)
  target_link_options(quoth_options INTERFACE -Wl,-z,relro -Wl,-z,now)
endif()
if(QUOTH_SANITIZERS)
  target_compile_options(quoth_options INTERFACE -fsanitize=${QUOTH_SANITIZERS} -fno-omit-frame-pointer
    -fno-sanitize-recover=undefined)
  target_link_options(quoth_options INTERFACE -fsanitize=${QUOTH_SANITIZERS})
endif()

# The libraries that the fuzzers link say which of their branches an input takes.
if(QUOTH_FUZZERS)
  target_compile_options(quoth_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

# quoth_layer(NAME SOURCES ... LINKS ...): a static library of the house, with Qt's headers precompiled.
function(quoth_layer name)
  cmake_parse_arguments(LAYER "" "" "SOURCES;LINKS" ${ARGN})
  add_library(${name} STATIC ${LAYER_SOURCES})
  target_link_libraries(${name} PUBLIC quoth_options ${LAYER_LINKS})
  target_precompile_headers(${name} PRIVATE <QList> <QString> <QHash> <QObject> <memory> <optional> <vector> <functional>)
endfunction()

# quoth_test(NAME SOURCES ... LINKS ...): one Qt Test program, run without a display and with fixed locale and zone.
# Where a folder has many, those that link QUOTH_SHARED_LINKS share QUOTH_SHARED_HEADERS, precompiled once by the first of them.
function(quoth_test name)
  if(NOT QUOTH_TESTS)
    return()
  endif()
  cmake_parse_arguments(TEST "" "" "SOURCES;LINKS" ${ARGN})
  find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
  add_executable(${name} ${TEST_SOURCES})
  target_link_libraries(${name} PRIVATE ${TEST_LINKS} Qt6::Test)
  target_compile_definitions(${name} PRIVATE QUOTH_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data"
    QUOTH_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES TIMEOUT 240
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC;QT_LOGGING_RULES=qt.qpa.*=false")
  if(QUOTH_SHARED_LINKS AND "${TEST_LINKS}" STREQUAL "${QUOTH_SHARED_LINKS}")
    get_directory_property(first QUOTH_SHARED_HEADERS_TARGET)
    if(first)
      target_precompile_headers(${name} REUSE_FROM ${first})
    else()
      target_precompile_headers(${name} PRIVATE ${QUOTH_SHARED_HEADERS})
      set_directory_properties(PROPERTIES QUOTH_SHARED_HEADERS_TARGET ${name})
    endif()
  endif()
endfunction()

# quoth_benchmark(NAME SOURCES ... LINKS ...): a program that prints figures; never a test.
function(quoth_benchmark name)
  if(NOT QUOTH_BENCHMARKS)
    return()
  endif()
  find_package(Qt6 6.4 REQUIRED COMPONENTS Test) # for key events
  cmake_parse_arguments(BENCHMARK "" "" "SOURCES;LINKS" ${ARGN})
  add_executable(${name} ${BENCHMARK_SOURCES})
  target_link_libraries(${name} PRIVATE ${BENCHMARK_LINKS})
endfunction()

# quoth_fuzzer(NAME SOURCES ... LINKS ...): a libFuzzer program; its seeds lie in tests/fuzz/seeds/NAME. Where the fuzzers are not built, the
# tests run it for ROUNDS inputs (400 if not given) that are always the same.
function(quoth_fuzzer name)
  cmake_parse_arguments(FUZZER "" "ROUNDS" "SOURCES;LINKS" ${ARGN})
  if(NOT QUOTH_FUZZERS AND NOT QUOTH_TESTS)
    return()
  endif()
  add_executable(${name} ${FUZZER_SOURCES})
  if(NOT QUOTH_FUZZERS)
    target_sources(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests/fuzz/rounds.cpp)
    target_link_libraries(${name} PRIVATE ${FUZZER_LINKS} Qt6::Core)
    if(NOT FUZZER_ROUNDS)
      set(FUZZER_ROUNDS 400)
    endif()
    add_test(NAME ${name} COMMAND ${name} ${PROJECT_SOURCE_DIR}/tests/fuzz/seeds/${name} ${FUZZER_ROUNDS})
    set_tests_properties(${name} PROPERTIES TIMEOUT 240 ENVIRONMENT "LC_ALL=C.UTF-8;TZ=UTC")
    return()
  endif()
  target_compile_options(${name} PRIVATE -fsanitize=fuzzer)
  target_link_options(${name} PRIVATE -fsanitize=fuzzer)
  target_link_libraries(${name} PRIVATE ${FUZZER_LINKS})
endfunction()
