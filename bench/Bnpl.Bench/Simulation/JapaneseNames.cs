namespace Bnpl.Bench.Simulation;

/// <summary>A surname or given name in kanji, kana and letters.</summary>
internal sealed record NamePart(string Kanji, string Kana, string Latin);

/// <summary>Common names, the commonest first. Honest buyers and rings draw from the same lists.</summary>
internal static class JapaneseNames
{
    public static readonly IReadOnlyList<NamePart> Families = Parse(
        """
        佐藤 サトウ sato|鈴木 スズキ suzuki|高橋 タカハシ takahashi|田中 タナカ tanaka|伊藤 イトウ ito|渡辺 ワタナベ watanabe|山本 ヤマモト yamamoto|中村 ナカムラ nakamura|小林 コバヤシ kobayashi
        |加藤 カトウ kato|吉田 ヨシダ yoshida|山田 ヤマダ yamada|佐々木 ササキ sasaki|山口 ヤマグチ yamaguchi|松本 マツモト matsumoto|井上 イノウエ inoue|木村 キムラ kimura|林 ハヤシ hayashi
        |斎藤 サイトウ saito|清水 シミズ shimizu|山崎 ヤマザキ yamazaki|森 モリ mori|池田 イケダ ikeda|橋本 ハシモト hashimoto|阿部 アベ abe|石川 イシカワ ishikawa|山下 ヤマシタ yamashita
        |中島 ナカジマ nakajima|石井 イシイ ishii|小川 オガワ ogawa|前田 マエダ maeda|岡田 オカダ okada|長谷川 ハセガワ hasegawa|藤田 フジタ fujita|後藤 ゴトウ goto|近藤 コンドウ kondo
        |村上 ムラカミ murakami|遠藤 エンドウ endo|青木 アオキ aoki|坂本 サカモト sakamoto|福田 フクダ fukuda|太田 オオタ ota|西村 ニシムラ nishimura|藤井 フジイ fujii|金子 カネコ kaneko
        |岡本 オカモト okamoto|藤原 フジワラ fujiwara|三浦 ミウラ miura|中野 ナカノ nakano|原田 ハラダ harada|松田 マツダ matsuda|竹内 タケウチ takeuchi|小野 オノ ono|中川 ナカガワ nakagawa
        |中山 ナカヤマ nakayama|田村 タムラ tamura|石田 イシダ ishida|上田 ウエダ ueda|森田 モリタ morita|和田 ワダ wada|原 ハラ hara|柴田 シバタ shibata|酒井 サカイ sakai|工藤 クドウ kudo
        |横山 ヨコヤマ yokoyama|宮崎 ミヤザキ miyazaki|宮本 ミヤモト miyamoto|内田 ウチダ uchida|高木 タカギ takagi|安藤 アンドウ ando|谷口 タニグチ taniguchi|大野 オオノ ono|丸山 マルヤマ maruyama
        |今井 イマイ imai|河野 コウノ kono|高田 タカダ takada|藤本 フジモト fujimoto|武田 タケダ takeda|村田 ムラタ murata|上野 ウエノ ueno|杉山 スギヤマ sugiyama|増田 マスダ masuda
        |平野 ヒラノ hirano|大塚 オオツカ otsuka|千葉 チバ chiba|久保 クボ kubo|松井 マツイ matsui|小島 コジマ kojima|岩崎 イワサキ iwasaki|桜井 サクライ sakurai|野口 ノグチ noguchi
        |松尾 マツオ matsuo|野村 ノムラ nomura|木下 キノシタ kinoshita|菊地 キクチ kikuchi|佐野 サノ sano|大西 オオニシ onishi|杉本 スギモト sugimoto|新井 アライ arai|浜田 ハマダ hamada
        |古川 フルカワ furukawa|水野 ミズノ mizuno|小沢 オザワ ozawa|滝沢 タキザワ takizawa|広瀬 ヒロセ hirose|国分 コクブン kokubun|川崎 カワサキ kawasaki|片山 カタヤマ katayama|早川 ハヤカワ hayakawa
        """);

    public static readonly IReadOnlyList<NamePart> Women = Parse(
        """
        陽子 ヨウコ yoko|恵子 ケイコ keiko|由美 ユミ yumi|真由美 マユミ mayumi|明美 アケミ akemi|裕子 ユウコ yuko|美香 ミカ mika|智子 トモコ tomoko|直美 ナオミ naomi|久美子 クミコ kumiko|愛 アイ ai
        |美咲 ミサキ misaki|彩 アヤ aya|麻衣 マイ mai|舞 マイ mai|香織 カオリ kaori|美穂 ミホ miho|優子 ユウコ yuko|千尋 チヒロ chihiro|結衣 ユイ yui|葵 アオイ aoi|凛 リン rin|七海 ナナミ nanami
        |美優 ミユ miyu|遥 ハルカ haruka|友美 トモミ tomomi|理恵 リエ rie|幸子 サチコ sachiko|和子 カズコ kazuko|節子 セツコ setsuko|洋子 ヨウコ yoko|典子 ノリコ noriko|沙織 サオリ saori|綾香 アヤカ ayaka
        |里奈 リナ rina|春香 ハルカ haruka|京子 キョウコ kyoko|弘美 ヒロミ hiromi|奈々 ナナ nana|瞳 ヒトミ hitomi|恵 メグミ megumi|早紀 サキ saki|真理子 マリコ mariko|文子 フミコ fumiko
        """);

    public static readonly IReadOnlyList<NamePart> Men = Parse(
        """
        誠 マコト makoto|浩 ヒロシ hiroshi|隆 タカシ takashi|健一 ケンイチ kenichi|大輔 ダイスケ daisuke|直樹 ナオキ naoki|拓也 タクヤ takuya|翔太 ショウタ shota|健太 ケンタ kenta|学 マナブ manabu
        |茂 シゲル shigeru|修 オサム osamu|剛 ツヨシ tsuyoshi|哲也 テツヤ tetsuya|和也 カズヤ kazuya|達也 タツヤ tatsuya|亮 リョウ ryo|翔 ショウ sho|雄太 ユウタ yuta|祐介 ユウスケ yusuke|淳 ジュン jun
        |聡 サトシ satoshi|進 ススム susumu|実 ミノル minoru|豊 ユタカ yutaka|勇 イサム isamu|博 ヒロシ hiroshi|正 タダシ tadashi|秀樹 ヒデキ hideki|英樹 ヒデキ hideki|正人 マサト masato
        |俊介 シュンスケ shunsuke|和彦 カズヒコ kazuhiko|一郎 イチロウ ichiro|太郎 タロウ taro|次郎 ジロウ jiro|大樹 ダイキ daiki|悠斗 ユウト yuto|蓮 レン ren|颯太 ソウタ sota|陸 リク riku|駿 シュン shun
        |恵太 ケイタ keita|智也 トモヤ tomoya|洋平 ヨウヘイ yohei|康平 コウヘイ kohei|真一 シンイチ shinichi
        """);

    private static NamePart[] Parse(string list) =>
        [.. list.Split('|').Select(entry => entry.Trim().Split(' ')).Select(parts => new NamePart(parts[0], parts[1], parts[2]))];
}
