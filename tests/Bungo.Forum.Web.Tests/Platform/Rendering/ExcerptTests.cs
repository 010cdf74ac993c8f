using Bungo.Forum.Web.Platform.Rendering;

namespace Bungo.Forum.Web.Tests.Platform.Rendering;

public class ExcerptTests
{
    [Theory]
    [InlineData("Bawa berkas:\n\n- ijazah\n- KTP asli", "Bawa berkas: ijazah · KTP asli")]
    [InlineData("- ijazah\n\n- KTP asli", "ijazah · KTP asli")]
    [InlineData("# Jadwal\n\nSelasa **pagi**.\n\nBawa `KTP`.", "Jadwal · Selasa pagi. Bawa KTP.")]
    [InlineData("baris satu\nbaris dua", "baris satu baris dua")]
    [InlineData("| Hari | Jam |\n|---|---|\n| Senin | 08.00 |", "Hari · Jam · Senin · 08.00")]
    [InlineData("a < b & \"c\" [tautan](/x)", "a < b & \"c\" tautan")]
    [InlineData("1. satu\n   - satu a\n2. dua\n\n---\n\n> kutip", "satu · satu a · dua · kutip")]
    [InlineData("", "")]
    public void What_stood_on_lines_of_its_own_does_not_run_together(string source, string excerpt) => Assert.Equal(excerpt, Markdown.Excerpt(source, 220));

    [Fact]
    public void Plain_text_keeps_a_line_for_each() => Assert.Equal("Bawa:\nijazah\nKTP\nSelesai.", Markdown.Plain("Bawa:\n\n* ijazah\n* KTP\n\nSelesai."));
}
