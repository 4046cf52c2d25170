# The toolchain file of whichever Emscripten is on the PATH: Debian's package or an emsdk. It lies
# beside emcc itself.
if(NOT EMSCRIPTEN_ROOT_PATH)
  find_program(CROSSFOOT_EMCC emcc REQUIRED)
  file(REAL_PATH "${CROSSFOOT_EMCC}" emcc_file)
  get_filename_component(EMSCRIPTEN_ROOT_PATH "${emcc_file}" DIRECTORY)
endif()
set(CMAKE_TRY_COMPILE_PLATFORM_VARIABLES EMSCRIPTEN_ROOT_PATH)
include("${EMSCRIPTEN_ROOT_PATH}/cmake/Modules/Platform/Emscripten.cmake")
