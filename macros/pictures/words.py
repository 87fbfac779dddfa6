"""What can be in a picture's file besides the picture, said for people."""

PLACE = "拍摄地点（GPS）"
CAMERA = "拍摄信息（时间、设备、作者一类）"
TEXT = "文字说明"
PROGRAM = "程序写的附注"
PREVIEW = "另一张小图（可能是裁剪以前的样子）"
BEHIND = "图结束以后的内容"
UNREAD = "读不懂的内容"
