@echo off
rem Starts Gravitas Console, or one of its commands, on a Java 25 that it finds by itself.
setlocal
set "HOME_DIR=%~dp0.."
set "JAVA="
if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined JAVA if exist "%HOME_DIR%\lib\java-home.txt" (
    for /f "usebackq delims=" %%h in ("%HOME_DIR%\lib\java-home.txt") do call :try "%%h"
)
if not defined JAVA for /d %%h in ("%ProgramFiles%\Eclipse Adoptium\jdk-25*" "%ProgramFiles%\Java\jdk-25*") do call :try "%%h"
if not defined JAVA (
    echo gravitas: needs Java 25 and found none; install a JDK 25 ^(Eclipse Temurin 25, say^) or set JAVA_HOME to it 1>&2
    exit /b 1
)
"%JAVA%" -Dfile.encoding=UTF-8 --enable-native-access=ALL-UNNAMED -classpath "%HOME_DIR%\lib\*" dev.gravitas.Main %*
exit /b %ERRORLEVEL%

:try
if defined JAVA exit /b 0
if not exist "%~1\release" exit /b 0
findstr /r /c:"^JAVA_VERSION=.25[.\"]" "%~1\release" >nul && set "JAVA=%~1\bin\java.exe"
exit /b 0
