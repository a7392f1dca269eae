# The page (web/): bundled by Node.js and embedded into the library. Its packages come by npm when the
# build is configured; where that is not possible, all else is built, and what needs the page says so.
option(PP_PAGE "Build the page for report and serve (needs Node.js 18 and npm)" ON)
set(PP_PAGE_BUNDLE "" CACHE FILEPATH
    "A page_bundle.c from another build of this version, for builds without a network")
set(PP_PAGE_SOURCE ${PROJECT_BINARY_DIR}/web/page_bundle.c)
set(PP_PAGE_WHY "")

# pp_page_packages(FOLDER): what package-lock.json names, into FOLDER; sets PP_PAGE_WHY where it fails.
function(pp_page_packages folder)
    file(SHA256 ${PROJECT_SOURCE_DIR}/web/package-lock.json lock)
    set(stamp ${folder}/packages-${lock}-${BUILD_TESTING}.stamp)
    if(EXISTS ${stamp})
        return()
    endif()
    configure_file(${PROJECT_SOURCE_DIR}/web/package.json ${folder}/package.json COPYONLY)
    configure_file(${PROJECT_SOURCE_DIR}/web/package-lock.json ${folder}/package-lock.json COPYONLY)
    set(which --omit=dev)
    if(BUILD_TESTING)
        set(which --include=dev)
    endif()
    message(STATUS "Fetching the page's packages (npm)")
    execute_process(
        COMMAND ${PP_NPM} ci ${which} --ignore-scripts --no-audit --no-fund --loglevel=error
        WORKING_DIRECTORY ${folder} TIMEOUT 300 RESULT_VARIABLE result ERROR_VARIABLE said
        OUTPUT_QUIET)
    if(result EQUAL 0)
        file(TOUCH ${stamp})
    else()
        message(STATUS "npm said: ${said}")
        set(PP_PAGE_WHY "npm could not fetch its packages" PARENT_SCOPE)
    endif()
endfunction()

function(pp_page_absent why)
    message(WARNING "The page is left out: ${why}. `report -o FILE.html` and `serve` will say so.")
    set(PP_PAGE_WHY "${why}")
    set(PP_PAGE_WHY "${why}" PARENT_SCOPE)
    configure_file(${PROJECT_SOURCE_DIR}/cmake/page_absent.c.in ${PP_PAGE_SOURCE} @ONLY)
endfunction()

find_program(PP_NODE NAMES node nodejs)
find_program(PP_NPM NAMES npm)
mark_as_advanced(PP_NODE PP_NPM)
set(PP_PAGE_BUILT FALSE)
if(PP_PAGE_BUNDLE)
    configure_file(${PP_PAGE_BUNDLE} ${PP_PAGE_SOURCE} COPYONLY)
    set(PP_PAGE_BUILT TRUE)
elseif(NOT PP_PAGE)
    pp_page_absent("it was built with PP_PAGE=OFF")
elseif(NOT PP_NODE OR NOT PP_NPM)
    pp_page_absent("Node.js or npm is missing where it was built")
else()
    set(folder ${PROJECT_BINARY_DIR}/web)
    pp_page_packages(${folder})
    if(PP_PAGE_WHY)
        pp_page_absent("${PP_PAGE_WHY} where it was built")
    else()
        set(PP_PAGE_BUILT TRUE)
        file(GLOB PP_PAGE_INPUTS CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/web/src/*)
        set(PP_PAGE_CHECK "")
        if(BUILD_TESTING)
            set(PP_PAGE_CHECK COMMAND ${PP_NODE} node_modules/typescript/bin/tsc -p tsconfig.json)
        endif()
        add_custom_command(OUTPUT ${PP_PAGE_SOURCE}
            COMMAND ${CMAKE_COMMAND} -E rm -rf ${folder}/src
            COMMAND ${CMAKE_COMMAND} -E copy_directory ${PROJECT_SOURCE_DIR}/web/src ${folder}/src
            COMMAND ${CMAKE_COMMAND} -E copy ${PROJECT_SOURCE_DIR}/web/build.mjs
                ${PROJECT_SOURCE_DIR}/web/tsconfig.json ${folder}
            ${PP_PAGE_CHECK}
            COMMAND ${PP_NODE} build.mjs ${PP_PAGE_SOURCE}
            DEPENDS ${PP_PAGE_INPUTS} ${PROJECT_SOURCE_DIR}/web/build.mjs
                ${PROJECT_SOURCE_DIR}/web/tsconfig.json ${PROJECT_SOURCE_DIR}/web/package-lock.json
            WORKING_DIRECTORY ${folder} COMMENT "Bundling the page" VERBATIM)
    endif()
endif()
