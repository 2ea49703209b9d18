@echo off
rem Starts the GIDN Workbench: its window without arguments, its command line with any.
rem With --workspace FOLDER the window keeps its projects in that folder.
rem Java is looked for in GIDN_JAVA, the folder jre beside this script, JAVA_HOME and the path.
rem GIDN_VMARGS holds further options for Java.
setlocal
set "HERE=%~dp0"
set "JAVA="
for %%J in ("%GIDN_JAVA%" "%HERE%jre\bin\java.exe" "%JAVA_HOME%\bin\java.exe") do call :try "%%~J"
for /f "delims=" %%J in ('where java 2^>nul') do call :try "%%J"
if not defined JAVA (
    echo gidn: Java 21 or newer is needed; install it or set GIDN_JAVA to a java.exe 1>&2
    exit /b 2
)
for %%L in ("%HERE%plugins\org.eclipse.equinox.launcher_*.jar") do set "LAUNCHER=%%~fL"

rem OpenBLAS is called through JavaCPP, which newer JVMs warn of; older ones don't know the second permission.
set "PERMISSIONS=-XX:+IgnoreUnrecognizedVMOptions --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Djdk.serialFilter=!*"

set "DATA="
if "%~1"=="--workspace" if not "%~2"=="" set DATA=-data "%~2"
if defined DATA goto window
if "%~1"=="" goto window
"%JAVA%" %PERMISSIONS% %GIDN_VMARGS% -jar "%LAUNCHER%" -nosplash -data @none -application org.gidn.cli.application %*
exit /b %ERRORLEVEL%

:window
rem Two things that a start would wait for: Java's second compiler, which now leaves alone what is called less than ten times
rem as often as usual (what computes is called more within a moment), and code made for each reflective call.
set "COMPILERS=-XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000 -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000 -Djdk.reflect.useNativeAccessorOnly=true"
rem Java keeps the classes of the first start prepared for later ones, and says nothing where it can't.
"%JAVA%" "-splash:%HERE%splash.gif" -Xlog:disable -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%HERE%configuration\window.jsa" %COMPILERS% %PERMISSIONS% %GIDN_VMARGS% -jar "%LAUNCHER%" -nosplash %DATA%
rem The workbench asks for a restart with 23, and with 24 after it has changed its own command line.
if %ERRORLEVEL%==23 goto window
if %ERRORLEVEL%==24 goto window
exit /b %ERRORLEVEL%

:try
if defined JAVA exit /b
if not exist "%~1" exit /b
for /f "tokens=3" %%V in ('""%~1" -XshowSettings:properties -version 2^>^&1 ^| findstr /c:"java.specification.version ="') do (
    if %%V geq 21 set "JAVA=%~1"
)
exit /b
