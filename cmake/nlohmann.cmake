# nlohmann_json is visible to those targets only that link crossfoot_nlohmann: the tests and the
# command line. The core has its own scanner.
#
# A folder that holds nothing but nlohmann/ goes on the include path, never /usr/include itself: in
# a cross build that would put the host's headers before the target's.
function(crossfoot_add_nlohmann)
  if(TARGET crossfoot_nlohmann)
    return()
  endif()
  find_path(CROSSFOOT_NLOHMANN_DIR nlohmann/json.hpp PATHS /usr/include /usr/local/include
            NO_CMAKE_FIND_ROOT_PATH)
  if(NOT CROSSFOOT_NLOHMANN_DIR)
    message(FATAL_ERROR "nlohmann/json.hpp not found (Debian: apt install nlohmann-json3-dev)")
  endif()
  set(folder "${CMAKE_BINARY_DIR}/third_party")
  file(MAKE_DIRECTORY "${folder}")
  file(CREATE_LINK "${CROSSFOOT_NLOHMANN_DIR}/nlohmann" "${folder}/nlohmann" SYMBOLIC)
  add_library(crossfoot_nlohmann INTERFACE)
  target_include_directories(crossfoot_nlohmann SYSTEM INTERFACE "${folder}")
endfunction()
