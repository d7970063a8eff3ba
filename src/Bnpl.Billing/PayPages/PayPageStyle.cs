using System.Security.Cryptography;
using System.Text;

namespace Bnpl.Billing.PayPages;

/// <summary>The pages' one style sheet, inline, and the policy that admits it and nothing else: no script, no other host.</summary>
internal static class PayPageStyle
{
    public const string Sheet =
        """
        :root{color-scheme:light}*{box-sizing:border-box}
        body{margin:0;background:#f3f4f6;color:#1f2933;font:16px/1.7 system-ui,-apple-system,"Hiragino Sans","Noto Sans CJK JP","Noto Sans JP",Meiryo,sans-serif;overflow-wrap:anywhere}
        main{max-width:680px;margin:0 auto;padding:16px 0 32px}
        section,header,footer{background:#fff;padding:16px 20px;margin:0 0 12px}
        h1{font-size:1.25rem;margin:0 0 4px}h2{font-size:1.05rem;margin:0 0 8px}p{margin:0 0 8px}
        dl{margin:0;display:grid;grid-template-columns:auto 1fr;gap:4px 16px}dt{color:#52606d}dd{margin:0;text-align:right}
        .total{font-size:1.5rem;font-weight:700}.note{font-size:.875rem;color:#52606d}
        .strip{margin:12px -20px;text-align:center;background:#fff}.bars{display:block;width:308px;height:72px;margin:0 auto}
        .digits{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.875rem;margin:6px 0 0}
        @media(min-width:680px){main{padding:24px 12px 48px}section,header,footer{border-radius:8px}.bars{width:616px;height:100px}}
        """;

    public static string Policy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Sheet)))}'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
}
