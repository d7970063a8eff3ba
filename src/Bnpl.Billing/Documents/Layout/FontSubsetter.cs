using System.Runtime.InteropServices;

namespace Bnpl.Billing.Documents.Layout;

/// <summary>
/// The subsetter of HarfBuzz, which its native library exports but the managed package does not wrap. Skia alone embeds the whole
/// font (4 MB) and maps 支 and 行 back to Kangxi radicals, because its table of characters runs over the whole font; a font
/// that holds only the characters of one document cures both.
/// </summary>
internal sealed class FontSubsetter
{
    private const string Library = "libHarfBuzzSharp";
    private const uint NoHinting = 1;
    private const int DropTables = 3;

    // Vertical metrics and glyph substitution are of no use in a horizontally set document and would draw more glyphs in.
    private static readonly uint[] unusedTables = [Tag("GSUB"), Tag("GPOS"), Tag("GDEF"), Tag("vhea"), Tag("vmtx"), Tag("VORG"), Tag("DSIG")];

    private readonly Lazy<nint> face;

    public FontSubsetter(string path) => face = new Lazy<nint>(() => Prepare(path));

    /// <summary>A font file with these code points only. The prepared face is immutable, so threads may share it.</summary>
    public byte[] Subset(IEnumerable<int> codePoints)
    {
        var input = hb_subset_input_create_or_fail();
        if (input == 0)
        {
            throw new InvalidOperationException("HarfBuzz could not create a subset input.");
        }

        nint subset = 0;
        nint blob = 0;
        try
        {
            hb_subset_input_set_flags(input, NoHinting);
            var wanted = hb_subset_input_unicode_set(input);
            foreach (var codePoint in codePoints)
            {
                hb_set_add(wanted, (uint)codePoint);
            }

            var dropped = hb_subset_input_set(input, DropTables);
            foreach (var table in unusedTables)
            {
                hb_set_add(dropped, table);
            }

            subset = hb_subset_or_fail(face.Value, input);
            if (subset == 0)
            {
                throw new InvalidOperationException("HarfBuzz could not subset the font.");
            }

            blob = hb_face_reference_blob(subset);
            var data = hb_blob_get_data(blob, out var length);
            var bytes = new byte[length];
            Marshal.Copy(data, bytes, 0, (int)length);
            return bytes;
        }
        finally
        {
            if (blob != 0)
            {
                hb_blob_destroy(blob);
            }

            if (subset != 0)
            {
                hb_face_destroy(subset);
            }

            hb_subset_input_destroy(input);
        }
    }

    // The prepared face lives as long as the process: it is made once per font file and serves every document.
    private static nint Prepare(string path)
    {
        var blob = hb_blob_create_from_file_or_fail(path);
        if (blob == 0)
        {
            throw new InvalidOperationException($"HarfBuzz could not read the font {path}.");
        }

        var whole = hb_face_create(blob, 0);
        hb_blob_destroy(blob);
        var prepared = hb_subset_preprocess(whole);
        hb_face_destroy(whole);
        return prepared;
    }

    private static uint Tag(string name) => ((uint)name[0] << 24) | ((uint)name[1] << 16) | ((uint)name[2] << 8) | name[3];

    [DllImport(Library)]
    private static extern nint hb_blob_create_from_file_or_fail([MarshalAs(UnmanagedType.LPUTF8Str)] string path);

    [DllImport(Library)]
    private static extern nint hb_blob_get_data(nint blob, out uint length);

    [DllImport(Library)]
    private static extern void hb_blob_destroy(nint blob);

    [DllImport(Library)]
    private static extern nint hb_face_create(nint blob, uint index);

    [DllImport(Library)]
    private static extern void hb_face_destroy(nint face);

    [DllImport(Library)]
    private static extern nint hb_face_reference_blob(nint face);

    [DllImport(Library)]
    private static extern void hb_set_add(nint set, uint value);

    [DllImport(Library)]
    private static extern nint hb_subset_preprocess(nint face);

    [DllImport(Library)]
    private static extern nint hb_subset_input_create_or_fail();

    [DllImport(Library)]
    private static extern void hb_subset_input_destroy(nint input);

    [DllImport(Library)]
    private static extern void hb_subset_input_set_flags(nint input, uint flags);

    [DllImport(Library)]
    private static extern nint hb_subset_input_unicode_set(nint input);

    [DllImport(Library)]
    private static extern nint hb_subset_input_set(nint input, int kind);

    [DllImport(Library)]
    private static extern nint hb_subset_or_fail(nint face, nint input);
}
