@echo off
rem Starts Weir on Windows: finds a Java, builds the program when it is missing, and runs it.
setlocal EnableExtensions
set "HOME_DIR=%~dp0"
set "JAR=%HOME_DIR%app\target\weir.jar"
set "CACHE=%HOME_DIR%app\target\weir.aot"
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
if defined WEIR_JAVA_HOME if exist "%WEIR_JAVA_HOME%\bin\java.exe" set "JAVA=%WEIR_JAVA_HOME%\bin\java.exe"
"%JAVA%" -XX:+UseSerialGC --sun-misc-unsafe-memory-access=allow -version >nul 2>&1
if errorlevel 1 (
  echo weir: Java 25 or later is needed and was not found. Install a JDK, for example Temurin 25 from adoptium.net, or set WEIR_JAVA_HOME to where it is. 1>&2
  exit /b 3
)
if not exist "%JAR%" (
  where mvn >nul 2>&1
  if errorlevel 1 (
    echo weir: Weir is not built yet and Apache Maven is not installed: install it from maven.apache.org, then run this again. 1>&2
    exit /b 3
  )
  echo weir: building the program, once. This downloads its libraries. 1>&2
  pushd "%HOME_DIR%"
  call mvn -q -B -pl app -am -DskipTests -Dspotless.check.skip=true package
  if errorlevel 1 (popd & exit /b 3)
  popd
)
set "AOT=-Xshare:auto"
if exist "%CACHE%" set "AOT=-XX:AOTCache=%CACHE%"
if not defined WEIR_HEAP set "WEIR_HEAP=256m"
"%JAVA%" "%AOT%" -XX:+UseParallelGC -Xmx%WEIR_HEAP% --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Xlog:disable -Xlog:all=off "-Dweir.home=%HOME_DIR%." -jar "%JAR%" %*
exit /b %errorlevel%
