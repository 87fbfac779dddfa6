#!/bin/sh
# The Debian packages that the tests use; as root they are installed, otherwise named.
set -eu

missing=""
want() { command -v "$1" >/dev/null 2>&1 || [ -x "$2" ] || missing="$missing $3"; }
want chromium /usr/bin/chromium chromium
want nginx /usr/sbin/nginx nginx-light
want soffice /usr/bin/soffice libreoffice-writer-nogui
want pdftoppm /usr/bin/pdftoppm poppler-utils
fc-list :lang=zh 2>/dev/null | grep -q . || missing="$missing fontconfig fonts-noto-cjk"

[ -z "$missing" ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "安装测试要用的软件包：$missing"
  apt-get update -qq
  # shellcheck disable=SC2086 # a list of names
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
  echo "测试还缺这些软件包，请管理员安装：apt-get install$missing" >&2
  exit 1
fi
