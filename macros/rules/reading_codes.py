"""What is found while files are read and entries typed, and in hand-written pages.

These have no check of their own here: `source`, `catalog`, `explain`, `model`, `handwritten`, `docs_folder`,
`editing.private` and `site` report them; `site/faults` says what ends a build. They are listed so that every
code has its section in the guide.
"""

from macros.rules.rule import Code

_FILES = (
    Code("no-data", "数据文件夹要在", "找不到数据，就没有什么可检查、可生成的。",
         "kb check --data dta", "kb check --data data"),
    Code("unknown-file", "data 里只放库的文件", "名字写错的文件没有人读，里面的内容就悄悄不见了。",
         "data/practises/", "data/practices/"),
    Code("bad-file-name", "文件名就是编号", "编号就是网址，只用小写拼音、数字和连字符，在哪种电脑上都不会出错。",
         "data/practices/全员入委.yml、Tool.yml、CON.yml、x.yaml", "data/practices/quan-yuan-ru-wei.yml"),
    Code("bad-id", "编号用小写拼音、数字和连字符", "编号就是网址，也是别处引用它的名字。",
         "topics: [Party_Building]", "topics: [party-building]"),
    Code("missing-part", "各种条目的文件夹和文件都要在", "少了一种条目，别处提到它们的就全部落空。先把它放回来，其余的提示多半自己就没有了。",
         "data/speeches 不见了，而每个做法都写着 speech", "git checkout -- data/speeches"),
    Code("unreadable", "文件要能读", "打不开的文件、指向别处的链接，都不能收进库里。",
         "practices/x.yml 是一个快捷方式", "把文件本身放进来"),
    Code("too-large", "一个文件只写一条", "条目只有几千字；太大的多半是把全文贴进来了。",
         "把发言全文贴进 practices/x.yml", "全文放到 data/originals/，条目里用自己的话写要点"),
    Code("encoding", "文件用 UTF-8 编码", "别的编码在别人的电脑上是乱码。",
         "记事本另存为 ANSI（GBK）", "另存为 UTF-8"),
    Code("bom", "文件开头没有看不见的记号（BOM）", "有的编辑器存文件时在开头加一个看不见的记号，第一个字段名就认不出来了。",
         "另存为“带有 BOM 的 UTF-8”", "另存为“UTF-8”"),
    Code("control-character", "没有看不见的字符", "有的字符不占地方、看不见，却会改变显示和检索；多半是从 Word 或网页粘来的。叠在一个字上的许多附加符号会撑破页面，也不收。",
         "标题里夹着看不见的字符", "删去这个字符，或把这个词重新打一遍"),
    Code("empty-file", "文件不能是空的", "空文件会被当成一条没有内容的条目。", "practices/x.yml 里什么也没有", "用 kb new practice 新建"),
)

_YAML = (
    Code("yaml-syntax", "写法要让机器读得懂", "机器要能分清字段和内容；错在哪一行，提示里都写着。",
         "title：全员入委", "title: 全员入委"),
    Code("merge-conflict", "合并冲突要收拾完", "两个人改了同一处，git 把两份都留在文件里，用一行 <<<<<<<、一行 =======、一行 >>>>>>> 隔开，等人来选；记号不删，文件读不了。",
         "<<<<<<< HEAD\ntitle: 甲\n=======\ntitle: 乙\n>>>>>>> main", "title: 甲"),
    Code("tab", "缩进用空格", "Tab 键打出来的空在各人电脑上宽窄不一样，机器不认。", "（Tab）title: 全员入委", "缩进两个空格"),
    Code("too-deep", "层次不超过几层", "条目最多只有几层；再深就是漏了括号或缩进错了。", "[[[[[[……", "at: [\"3.1\"]"),
    Code("anchor", "内容不以 & 和 * 开头", "& 和 * 写在开头另有用处，会把别处的内容搬过来。", "text: *abc", "text: \"*abc\""),
    Code("tag", "内容不以 ! 开头", "半角的 ! 写在开头另有用处，能让程序做别的事。", "text: !!python/object x", "text: \"!!python/object x\""),
    Code("several-documents", "一个文件写一份内容", "--- 之后的内容不会被读到。", "--- 把两条隔开", "分成两个文件"),
    Code("duplicate-key", "一个字段只写一次", "写两次，后一个会悄悄盖掉前一个。", "title: 甲 … title: 乙", "title: 甲"),
    Code("complex-key", "字段名是一个词", "字段名不能是列表或另一组字段。", "? [a, b]\n: c", "title: 全员入委"),
    Code("wrong-shape", "写成规定的样子", "一个字段该是一句话、一列还是一组字段，是定好的。",
         "points: 全体委员编入各专委会", "points: [{text: 全体委员编入各专委会}]"),
)

_FIELDS = (
    Code("to-fill", "待填的地方要填", "导入和新建时留下“待填”，是要人来定的；没有定完不能发布。",
         "form: 待填", "form: mechanism"),
    Code("missing-field", "必填的字段要写", "少了它，页面上就缺一块。", "没有 summary", "summary: 把每位委员都编进一个专门委员会。"),
    Code("empty-field", "写了的字段要有内容", "没有内容就不写这个字段，页面会显示“—”。", "aliases: []", "删去 aliases"),
    Code("unknown-field", "只用规定的字段", "不认识的字段没有地方显示；多半是拼错了。", "titel: 全员入委", "title: 全员入委"),
    Code("unknown-value", "只用规定的值", "类型、进展等是一张固定的表，值不同就不能归到一起。", "form: 组织设制", "form: organization"),
    Code("bad-value", "值要合规定的样子", "样子不对，多半是抄错了。", "sha256: 123", "sha256: 64 位小写十六进制"),
    Code("bad-locator", "出处写段号或段号.项号", "出处要能点开那一段。", "at: [第三段]", "at: [\"3\"] 或 at: [\"3.2\"]"),
    Code("not-a-number", "数字用阿拉伯数字", "原文隐去的数不填；写明的才填。", "value: 三", "value: 3"),
    Code("out-of-range", "数字在范围之内", "超出范围，多半是抄错了。", "order: 0", "order: 1"),
    Code("not-a-date", "日期写成 年-月-日", "写法一样，才能按日期排。", "added: 2026年11月24日", "added: 2026-11-24"),
    Code("date-order", "先收录、后修改", "修改日期早于收录日期，必有一个写错了。",
         "added: 2026-11-24，updated: 2026-11-01", "added: 2026-11-24，updated: 2026-11-28"),
    Code("several-lines", "一个字段写一行", "换行会让标题和摘要断开。", "title: |\n  全员\n  入委", "title: 全员入委"),
    Code("too-long", "不超过规定的字数", "摘要要在列表里一眼看完，最多 120 字；细节写进各家的要点。",
         "summary: 写了 150 字", "summary: 把每位委员都编进一个专门委员会。"),
    Code("too-many", "不超过规定的项数", "专题写得太多，等于没有分。", "topics: 写了四个", "topics: [member-duty, party-building]"),
    Code("too-many-findings", "一条里的错误太多", "一次只列前 50 处，改好再查就看得到其余的。",
         "把整张表贴进一个条目", "照 kb new 写出的骨架填"),
    Code("progress-cue", "进展要有依据", "进展只凭原文的词语定，不凭印象；依据（cue）照抄那几个字，依据范围（scope）写它在本段还是在全篇。",
         "progress: {status: done}", "progress: {status: done, cue: 已经设置, scope: local}"),
    Code("redacted-value", "原文隐去的数不填", "x 遮住的数既不是零，也不是不详，更不由我们来补。",
         "{state: redacted, value: 6, raw: x个临时党支部}", "{state: redacted, raw: x个临时党支部}"),
    Code("redacted-raw", "隐去的数保留 x", "原文写法（raw）照抄原文，读者才看得出遮住的是哪一处。",
         "{state: redacted, raw: 临时党支部}", "{state: redacted, raw: x个临时党支部}"),
    Code("given-value", "写明的数要有数值和原文", "数值（value）供比较，原文写法（raw）供核对，缺一个都不成。",
         "{state: given, value: 1}", "{state: given, value: 1, raw: 至少参加一次}"),
    Code("listed-value", "只列名称的不填数值", "数一数得来的数，不是原文写的。",
         "{state: listed, value: 6, members: […]}", "{state: listed, members: […]}"),
    Code("listed-members", "只列名称的要列出名称", "没有数字，又没有名称，就没有内容了。",
         "{state: listed}", "{state: listed, members: [教育, 经济]}"),
    Code("term-expansion", "术语写所指，或写明没有解释", "读者要分得清：是原文没有解释，还是我们漏了。",
         "两个都不写，或两个都写", "unexplained: true"),
)

_ORIGINALS = (
    Code("original-name", "全文的文件名是来源编号", "程序靠文件名知道这份全文是哪个来源的。",
         "originals/发言汇编.txt", "originals/shi-xian-zheng-xie-gong-zuo-hui-yi-2022.txt"),
    Code("original-unreadable", "全文要能读", "读不了的全文不能用来核对：不是 UTF-8 编码、空的、是链接或文件夹、打不开。",
         "GBK 编码的全文", "用 kb import 重新放入"),
)

_STAGED = (
    Code("held-back", "Office 文件、压缩包、扫描件不提交", "审核的人看不见里面是什么，全文多半就在里面；换了名字、另存为网页或 XML 的也一样。指南自带的练习文件、页面用的图片除外。",
         "git add -f 发言.docx", "kb import 发言.docx，提交写好的条目"),
    Code("full-text", "成段的原文不提交", "全文归原作者或发布者，只留在自己电脑上；提交以后，删去也还在历史里。连续 60 个字与原文相同就不能提交、不能推送，文件名和提交说明也算（本机有全文时才能查）。",
         "把一段原文贴进 docs/ 的页面", "用自己的话写"),
    Code("loose-text", "成篇的文章不随便放", "还没有导入的全文，没有原文可以对照，只能看它放在哪里：页面在 docs/，条目在 data/，别处的长文章多半是一份全文。提交和标签的说明、文件名里也不放文章。确是项目自己的文件，在根文件夹的 .gitattributes 里写一行：文件的全名 kb-own。",
         "git add 发言.txt", "kb import 发言.txt，提交写好的条目"),
    Code("original-not-compared", "全文要读得出文字", "抄自 .doc、PDF、扫描件的，提交以前查不出来；导入以后才能对照。",
         "originals/发言.doc", "另存为 .docx，kb import 发言.docx"),
)

_PAGES = (
    Code("macro-syntax", "手写页面里的双花括号要合写法", "{{ }} 会被当成宏来算。", "{{ practices(topic= }}", "{{ practices(topic=\"party-building\") }}"),
    Code("only-macros", "双花括号里只调用宏", "计算、重复、判断、取别的文件，会让一页没有尽头，把电脑的内存用完；要列什么、数什么，有宏可用。",
         "{{ practices() * 1000000000 }}、{% for x in \"abc\" %}、{% include \"a.html\" %}", "{{ practices() }}"),
    Code("unknown-macro", "只用有的宏", "没有的宏什么也生成不了。", "{{ practises() }}", "{{ practices() }}"),
    Code("macro-argument", "宏的参数要对", "参数里的编号和值，与条目里的一样要存在。",
         "{{ practices(topic=\"dang-jian\") }}", "{{ practices(topic=\"party-building\") }}"),
)

_DOCS = (
    Code("no-docs", "手写页面的文件夹要在", "没有首页、专题这些页面，网站就搭不起来。", "kb check --docs dcos", "kb check --docs docs"),
    Code("docs-file", "docs 里只放网站要的文件", "docs 里的文件都会公开、会被搜到：一份草稿、一个锁文件放进去，就发布了。哪个文件夹放什么是定好的。",
         "docs/发言稿.docx、docs/~$lock.md、docs/新建文本文档.md", "docs/topics/party-building.md、docs/images/tu.png"),
    Code("docs-name", "docs 里的文件名也是网址", "中文、空格、大写在有的服务器和电脑上打不开。", "docs/topics/党建 1.md", "docs/topics/party-building.md"),
    Code("linked-file", "不收链接", "链接指到库的外面：那里改了没有人知道，换一台电脑就断，还会把外面的文件带进网站。",
         "data/practices 是一个指向别处的链接", "把文件夹本身放进来"),
    Code("empty-page", "页面要有内容", "空白页也会公开，读者点开什么也没有。", "docs/topics/x.md 里什么也没有", "写上内容，或删去"),
    Code("same-page", "一页不放两份", "复制出来忘了改的页面，读者分不清哪一页算数。", "docs/a.md 和 docs/b.md 一样", "留一个"),
    Code("unlinked-page", "每一页都有链接到它", "没有链接到的页面读者走不到，却会公开、会被搜到，多半是没写完的草稿。",
         "docs/cao-gao.md，没有一页提到它", "在首页写 [说明](shuo-ming.md)"),
    Code("front-matter", "页首写对", "页首写错，标题和宏就不起作用，还会原样显示在网页上。", "title：专题", "title: 专题"),
    Code("missing-page", "少不了的页面要在", "首页、总表、术语等页，每一页上都有到它的链接。", "删去 docs/glossary.md", "从 git 里取回"),
    Code("missing-list", "总表页要列出条目", "条目从总表页走到；总表页没有调用宏，链接就断了。", "docs/glossary.md 里没有 {{ glossary() }}", "{{ glossary() }}"),
    Code("topic-without-page", "每个专题有一页", "专题的页面由人来写；没有这一页，别处到这个专题的链接都会断。",
         "topics.yml 里有 dang-jian，没有 docs/topics/dang-jian.md", "照别的专题新建 docs/topics/dang-jian.md"),
    Code("page-without-topic", "专题的页面要有专题", "topics.yml 里没有的专题，它的页面列不出做法。",
         "有 docs/topics/dang-jian.md，topics.yml 里没有 dang-jian", "在 topics.yml 里加上，或删去这一页"),
)

_LINKS = (
    Code("broken-link", "链接指的文件要在", "点了打不开的链接，读者以为是网站坏了。条目的页面由数据生成，用宏链接最稳当。",
         "[党建](dang-jain.md)", "[党建](party-building.md)"),
    Code("broken-anchor", "链接指的位置要在", "# 后面的名字不对，读者停在页首，找不到那一段。", "[撤下](lifecycle.md#withdrew)", "[撤下](lifecycle.md#withdraw)"),
    Code("unused-note", "每条脚注都要用到", "正文里没有写它的号，脚注仍在页末，点它后面的箭头哪里也回不去。", "只有 [^1]: 说明", "正文里写 [^1]，另起一行写 [^1]: 说明"),
    Code("bad-link", "地址要合写法", "不合写法的地址浏览器打不开。", "[网站](http://[)", "[网站](https://www.example.org/)"),
    Code("absolute-link", "站内链接用相对地址", "从 / 开始的地址，放到子路径下或双击打开就断了。", "[党建](/topics/party-building.md)", "[党建](topics/party-building.md)"),
    Code("relative-link", "404 页用从根开始的地址", "404 页会在任何一层地址下出现，相对地址会断。", "href=\"index.html\"", "href=\"/index.html\""),
    Code("outside-link", "链接不指到网站外面的文件", "网站外面的文件没有随网站发布。", "[数据](../../data/topics.yml)", "[数据](api.md)"),
    Code("other-address", "站外的地址只用 http(s)", "file:、mailto:、ftp: 在读者的电脑上未必打得开。", "[文件](file:///D:/a.doc)", "[文件](https://www.example.org/a)"),
    Code("script-address", "地址不是脚本", "点一下就运行的代码，网站一律不收。", "[点我](javascript:alert(1))", "[说明](shuo-ming.md)"),
    Code("external-request", "打开网页不向站外要东西", "内网打不开站外的图片，也不该让别人知道谁在看什么。", "![图](https://www.example.org/a.png)", "![图](images/a.png)"),
    Code("inline-script", "页面和图片里不写脚本", "严格的安全策略会拦下它；图片里的脚本单独打开时会运行。", "<p onclick=\"x()\">", "脚本写进 docs/assets/javascripts/"),
    Code("inline-style", "页面里不写样式", "严格的安全策略会拦下它，写了也不起作用。", "<p style=\"color:red\">", "<p class=\"kb-note\">"),
    Code("hidden-text", "读者看不见的字不写", "网页上看不见的，谁都可以从源代码里读到，也会被搜到；图里的名称、注释、绘图软件留下的也一样。",
         "<div hidden>还没定的数字</div>", "删去；要说明的写成看得见的字"),
    Code("picture-extras", "图的文件里只有图", "照片里常带着拍摄地点、时间、设备和作者，图的末尾也藏得下别的文件：放进网站就都公开了。颜色、方向一类显示要用的不算。",
         "手机拍的照片直接放进 docs/images/", "截屏另存为 PNG，再放进来"),
    Code("embedded-page", "页面里不放别的网页", "放进来的网页读者分不清是谁的，里面有什么也查不到。", "<iframe src=\"a.html\"></iframe>", "[说明](a.md)"),
    Code("no-policy", "每一页带着安全策略", "没有策略，混进页面的代码就会运行。", "模板里删去了 Content-Security-Policy", "在 overrides/main.html 里恢复"),
    Code("weak-policy", "安全策略不放宽", "放宽一处，混进来的代码就有了缺口。", "script-src 'unsafe-inline'", "script-src 'self'"),
)

_BUILDING = (
    Code("not-made", "每一页都要生成得了", "有一页生成不了，整个网站就不生成，原来的不动。", "{{ 1 / 0 }}", "{{ practices() }}"),
    Code("template-error", "模板要填得了", "overrides/ 里的模板每一页都用到，一处写错，哪一页都出不来。", "{% if %}", "{% if page %}"),
    Code("code-error", "代码要能运行", "macros/ 里的代码一出错，网站就生成不了；提示里是出错的那一行。", "return title.lenght", "return len(title)"),
    Code("settings-error", "设置要对，装的包要全", "mkdocs.yml 写错一项，或者少装一个包，MkDocs 就开不了工。", "theme: [", "theme: {name: material}"),
    Code("site-address", "网站的地址是 http(s) 地址", "SITE_URL、EDIT_ADDRESS 写进每一页；file:、vscode: 一类的地址读者打不开，还会说出这台电脑上的路径。",
         "EDIT_ADDRESS=vscode://file/……/{path}", "EDIT_ADDRESS=https://仓库的地址/edit/main/{path}"),
    Code("disk-full", "磁盘要有空间", "写不下的网页不会换上去，原来的不动。", "临时文件夹所在的磁盘满了", "TMPDIR=/有空间的文件夹 make serve"),
)

READING_CODES: tuple[Code, ...] = (*_FILES, *_YAML, *_FIELDS, *_ORIGINALS, *_STAGED, *_PAGES, *_DOCS, *_LINKS, *_BUILDING)
