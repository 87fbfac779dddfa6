#!/bin/sh
# The Debian packages that the tests use; as root they are installed, otherwise named.
set -eu

missing=""
want() { command -v "$1" >/dev/null 2>&1 || [ -x "$2" ] || missing="$missing $3"; }
want chromium /usr/bin/chromium chromium
want nginx /usr/sbin/nginx nginx-light
want soffice /usr/bin/soffice libreoffice-writer-nogui
want pdftoppm /usr/bin/pdftoppm poppler-utils
# The driver of the browser brings its own Node, which Debian's base does not satisfy.
for library in libatomic.so.1:libatomic1 libstdc++.so.6:libstdc++6; do
  { /sbin/ldconfig -p 2>/dev/null || ldconfig -p; } | grep -q "^[[:space:]]*${library%%:*} " || missing="$missing ${library##*:}"
done
fc-list :lang=zh 2>/dev/null | grep -q . || missing="$missing fontconfig fonts-noto-cjk"

if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
  [ -z "$missing" ] && exit 0
  echo "测试还缺这些软件包，请管理员安装：apt-get install$missing" >&2
  exit 1
fi

# The headless build of the browser halves the time of the tests; where Debian has none, they take
# the browser itself.
headless=chromium-headless-shell
[ -x "/usr/bin/$headless" ] && headless=""
[ -z "$missing$headless" ] && exit 0
apt-get update -qq
if [ -n "$headless" ] && apt-cache show "$headless" >/dev/null 2>&1; then
  missing="$missing $headless"
fi
[ -z "$missing" ] && exit 0
echo "安装测试要用的软件包：$missing"
# shellcheck disable=SC2086 # a list of names
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
