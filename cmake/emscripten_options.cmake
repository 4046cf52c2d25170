# What differs between the Emscripten releases we build with, in one place.
# The stack: 1 MB holds every recursion of the core (depth is limited to 64) with room to spare.
if(EMSCRIPTEN)
  execute_process(COMMAND "${CMAKE_CXX_COMPILER}" --version OUTPUT_VARIABLE emcc_banner)
  string(REGEX MATCH "[0-9]+\\.[0-9]+\\.[0-9]+" CROSSFOOT_EMSCRIPTEN_VERSION "${emcc_banner}")
  if(CROSSFOOT_EMSCRIPTEN_VERSION VERSION_LESS 3.1.25)
    set(CROSSFOOT_STACK_OPTION -sTOTAL_STACK=1MB)
  else()
    set(CROSSFOOT_STACK_OPTION -sSTACK_SIZE=1MB)
  endif()
  # Where the view of the memory is no longer a member of the module by itself.
  if(CROSSFOOT_EMSCRIPTEN_VERSION VERSION_GREATER_EQUAL 4.0)
    set(CROSSFOOT_MEMORY_OPTION -sEXPORTED_RUNTIME_METHODS=HEAPU8)
  endif()
endif()

# For code that is to be small. emcc's -Oz alone never inlines a member function, not even where the
# call is larger than what it calls.
set(CROSSFOOT_SMALL_OPTIONS -Oz -finline-functions)

# Debian's Emscripten finds its JavaScript parser through NODE_PATH only where Node is Debian's too.
if(EMSCRIPTEN AND EXISTS /usr/share/nodejs)
  set_property(GLOBAL PROPERTY RULE_LAUNCH_LINK
    "${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs:$ENV{NODE_PATH}")
endif()
