# GoogleTest from its sources (Debian: googletest), so that every compiler, sanitizer and target
# builds it with its own flags.
function(crossfoot_add_googletest)
  if(TARGET crossfoot_gtest)
    return()
  endif()
  find_path(CROSSFOOT_GTEST_DIR src/gtest-all.cc PATHS /usr/src/googletest/googletest
            NO_CMAKE_FIND_ROOT_PATH)
  if(NOT CROSSFOOT_GTEST_DIR)
    message(FATAL_ERROR "GoogleTest's sources not found (Debian: apt install googletest)")
  endif()
  add_library(crossfoot_gtest STATIC "${CROSSFOOT_GTEST_DIR}/src/gtest-all.cc"
                                     "${CROSSFOOT_GTEST_DIR}/src/gtest_main.cc")
  target_include_directories(crossfoot_gtest SYSTEM PUBLIC "${CROSSFOOT_GTEST_DIR}/include")
  target_include_directories(crossfoot_gtest PRIVATE "${CROSSFOOT_GTEST_DIR}")
  target_compile_options(crossfoot_gtest PRIVATE -w)
  if(NOT EMSCRIPTEN)
    find_package(Threads REQUIRED)
    target_link_libraries(crossfoot_gtest PUBLIC Threads::Threads)
  endif()
endfunction()
