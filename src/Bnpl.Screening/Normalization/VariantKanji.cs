using System.Collections.Frozen;

namespace Bnpl.Screening.Normalization;

/// <summary>
/// Variant characters. Strong pairs are the official old and new forms (常用, 人名用) and may decide identity; weak classes hold
/// different families under one look (斎藤 and 斉藤) and may only score. 舟 and 船 stay apart: both 舟屋町 and 船屋町 lie in one ward of Kyoto. Never closed transitively: that melts thousands into one.
/// </summary>
internal static class VariantKanji
{
    private const string StrongPairs =
        "亞亜惡悪壓圧圍囲爲為醫医壹壱稻稲飮飲隱隠營営榮栄衞衛驛駅圓円鹽塩緣縁艷艶應応歐欧毆殴櫻桜奧奥橫横溫温穩穏假仮價価畫画會会壞壊懷懐繪絵擴拡殼殻覺覚學学嶽岳樂楽渴渇勸勧卷巻寬寛歡歓罐缶觀観關関陷陥巖巌顏顔歸帰氣気僞偽戲戯犧犠舊旧據拠擧挙虛虚峽峡"
        + "挾挟狹狭鄕郷堯尭曉暁區区驅駆勳勲薰薫徑径惠恵揭掲溪渓經経繼継莖茎螢蛍輕軽鷄鶏藝芸擊撃缺欠儉倹劍剣圈圏檢検權権獻献縣県險険顯顕驗験嚴厳效効廣広恆恒鑛鉱號号國国黑黒碎砕濟済齋斎齊斉劑剤冊册雜雑參参慘惨棧桟蠶蚕贊賛殘残絲糸齒歯兒児辭辞濕湿實実舍舎"
        + "寫写釋釈壽寿收収從従澁渋獸獣縱縦肅粛處処敍叙將将涉渉燒焼奬奨稱称證証乘乗剩剰壤壌孃嬢條条淨浄狀状疊畳讓譲釀醸囑嘱觸触寢寝愼慎晉晋眞真盡尽圖図粹粋醉酔隨随髓髄數数樞枢瀨瀬聲声靜静攝摂竊窃專専戰戦淺浅潛潜纖繊踐践錢銭禪禅雙双壯壮搜捜插挿爭争總総"
        + "聰聡莊荘裝装騷騒增増藏蔵臟臓卽即屬属續続墮堕體体對対帶帯滯滞臺台瀧滝擇択澤沢單単擔担膽胆團団彈弾斷断癡痴遲遅晝昼蟲虫鑄鋳廳庁聽聴敕勅鎭鎮遞逓鐵鉄轉転點点傳伝黨党盜盗燈灯當当鬪闘德徳獨独讀読屆届繩縄貳弐惱悩腦脳霸覇廢廃拜拝賣売麥麦發発髮髪拔抜"
        + "蠻蛮祕秘濱浜濵浜甁瓶拂払佛仏步歩峯峰萠萌飜翻每毎槇槙默黙彌弥藥薬譯訳與与豫予餘余譽誉搖揺樣様謠謡遙遥瑤瑶來来賴頼亂乱覽覧龍竜兩両獵猟綠緑鄰隣凜凛壘塁勵励禮礼靈霊齡齢曆暦歷歴戀恋爐炉勞労樓楼郞郎祿禄灣湾髙高邊辺邉辺曾曽淵渕冨富寳宝寶宝嶌嶋舘館"
        + "藪薮檜桧埀垂穗穂舖舗禰祢禱祷籠篭鷗鴎壺壷竈釜舩船";

    private const string WeakPairs = "﨑崎嵜崎碕崎斉斎嶋島栁柳桒桑槗橋鈎鉤祐佑穐秋";

    private static readonly FrozenDictionary<char, char> StrongTable = Read(StrongPairs);
    private static readonly FrozenDictionary<char, char> WeakTable = Read(WeakPairs);

    public static char Strong(char c) => c < '㐀' ? c : StrongTable.GetValueOrDefault(c, c);

    /// <summary>Applied after <see cref="Strong"/>.</summary>
    public static char Weak(char c) => c < '㐀' ? c : WeakTable.GetValueOrDefault(c, c);

    private static FrozenDictionary<char, char> Read(string pairs)
    {
        var table = new Dictionary<char, char>();
        for (var i = 0; i + 1 < pairs.Length; i += 2)
        {
            if (pairs[i] != pairs[i + 1]) table[pairs[i]] = pairs[i + 1];
        }
        return table.ToFrozenDictionary();
    }
}
