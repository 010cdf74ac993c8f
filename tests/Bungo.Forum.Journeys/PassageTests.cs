using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Recruitment;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Features.Consultations;
using Bungo.Forum.Web.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bungo.Forum.Journeys;

/// <summary>A comment on one sentence: how it comes to stand there, and where it stands after five versions.</summary>
public class PassageTests(RunningSite site)
{
    private const string Study = "Pendidikan paling rendah diploma tiga kebidanan.";
    private const string Age = "Usia paling tinggi 35 tahun pada saat pendaftaran.";
    private const string Older = "Usia paling tinggi 40 tahun pada saat pendaftaran.";
    private const string Split = "Usia paling tinggi 40 tahun. Dihitung pada saat pendaftaran.";
    private const string Work = "Pengalaman kerja paling singkat dua tahun di puskesmas.";

    private static int _rounds;

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Siti_chooses_a_sentence_from_the_list_without_script(int width)
    {
        var consultation = await AConsultationAsync($"Tanpa skrip {width}");
        var siti = await site.SignedInAsync((await site.AMemberAsync("Siti")).Mail, script: false, width: width);
        await siti.GotoAsync(Urls.Consultation(consultation));
        await siti.GetByRole(AriaRole.Link, new() { Name = "Buka diskusi" }).First.ClickAsync();
        await siti.GetByRole(AriaRole.Link, new() { Name = "Komentari satu kalimat" }).ClickAsync();
        await siti.GetByRole(AriaRole.Radio, new() { Name = Age }).CheckAsync();
        await siti.GetByLabel("Masukan Anda").FillAsync("Batas usia ini menutup pintu bagi tenaga honor lama.");
        await siti.GetByRole(AriaRole.Radio, new() { Name = "Menolak" }).CheckAsync();
        await siti.GetByRole(AriaRole.Button, new() { Name = "Kirim masukan" }).ClickAsync();
        await Expect(siti.Locator(".wording mark.here")).ToHaveTextAsync(Age);
        await Expect(siti.Locator("#post-1")).ToContainTextAsync("tenaga honor lama");

        // Beside the text where there is room, below it where there is not.
        var (text, post) = ((await siti.Locator(".wording").BoundingBoxAsync())!, (await siti.Locator("#post-1").BoundingBoxAsync())!);
        if (width > 1000) Assert.True(post.X >= text.X + text.Width, "The discussion does not stand beside the text.");
        else Assert.True(post.Y >= text.Y + text.Height, "The discussion does not stand below the text.");

        await siti.GotoAsync(Urls.Consultation(consultation));
        await siti.GetByRole(AriaRole.Link, new() { Name = "Buka diskusi" }).First.ClickAsync();
        await Expect(siti.Locator(".wording .pin")).ToContainTextAsync("1");
        await siti.Locator(".wording .pin").ClickAsync();
        await Expect(siti.Locator("#post-1")).ToContainTextAsync("tenaga honor lama");
    }

    [Fact]
    public async Task Novita_does_it_all_by_keyboard()
    {
        var consultation = await AConsultationAsync("Dengan papan ketik");
        var novita = await site.SignedInAsync((await site.AMemberAsync("Novita")).Mail, width: 1280);
        await novita.GotoAsync(await TopicAsync(consultation));
        await ReachAsync(novita, novita.GetByRole(AriaRole.Link, new() { Name = "Komentari satu kalimat" }));
        await novita.Keyboard.PressAsync("Enter");
        await ReachAsync(novita, novita.GetByRole(AriaRole.Radio, new() { Name = Study }));
        await novita.Keyboard.PressAsync("ArrowDown");
        await Expect(novita.GetByRole(AriaRole.Radio, new() { Name = Age })).ToBeCheckedAsync();
        await ReachAsync(novita, novita.GetByLabel("Masukan Anda"));
        await novita.Keyboard.TypeAsync("Ditulis tanpa tetikus.");
        await ReachAsync(novita, novita.GetByRole(AriaRole.Button, new() { Name = "Kirim masukan" }));
        await novita.Keyboard.PressAsync("Enter");
        await Expect(novita.Locator(".wording mark.here")).ToHaveTextAsync(Age);
        await Expect(novita.Locator("#post-1")).ToContainTextAsync("Ditulis tanpa tetikus.");
    }

    [Fact]
    public async Task Dedi_marks_words_with_the_mouse_and_another_reader_sees_the_count_move()
    {
        var consultation = await AConsultationAsync("Dengan tetikus");
        var topic = await TopicAsync(consultation);
        var reader = await site.ABrowserAsync(width: 1280);
        await reader.WatchAsync(topic);
        await reader.MarkAsync();

        var dedi = await site.SignedInAsync((await site.AMemberAsync("Dedi")).Mail, width: 1280);
        foreach (var (words, count) in new[] { ("35 tahun", "1"), ("35 tahun", "2") })
        {
            await dedi.GotoAsync(topic);
            await SelectAsync(dedi, words);
            await dedi.GetByRole(AriaRole.Link, new() { Name = "Komentari bagian ini" }).ClickAsync();
            await Expect(dedi.GetByLabel("Kata-kata lain, persis")).ToHaveValueAsync(words);
            await dedi.GetByLabel("Masukan Anda").FillAsync($"Mohon dinaikkan, kata ke-{count}.");
            await dedi.GetByRole(AriaRole.Button, new() { Name = "Kirim masukan" }).ClickAsync();
            await Expect(dedi.Locator(".wording mark.here")).ToHaveTextAsync(words);
            await Expect(reader.Locator(".wording .pin")).ToContainTextAsync(count);
        }

        await Expect(reader.Locator(".wording mark")).ToHaveTextAsync("35 tahun");
        await reader.IsStillTheSameAsync();
    }

    [Fact]
    public async Task Hendra_publishes_five_versions_and_the_comment_keeps_its_right_state_on_an_open_page()
    {
        var consultation = await AConsultationAsync("Lima versi");
        var passage = await APassageAsync(consultation, Age);
        var reader = await site.ABrowserAsync(width: 1280);
        await reader.WatchAsync(passage);
        await reader.MarkAsync();
        var hendra = await site.SignedInAsync((await site.AnOfficialAsync("Hendra")).Mail, width: 1280);
        foreach (var (text, state, marked) in new (string?, string, string?)[]
        {
            ($"{Study}\n\n{Work} {Age}", "Pindah bersama kata-katanya", Age),
            ($"{Study}\n\n{Work} {Older}", "Kata-katanya berubah", Older),
            ($"{Study}\n\n{Work} {Split}", "Kata-katanya berubah", Split),
            (null, "Kriteria dihapus", null),
            ($"{Study} {Age}\n\n{Work}", "Masih berlaku", Age),
        })
        {
            await PublishAsync(hendra, consultation, text);
            await Expect(reader.Locator(".fate .ds-tag").First).ToHaveTextAsync(state);
            if (marked is null) await Expect(reader.Locator(".wording mark")).ToHaveCountAsync(0);
            else await Expect(reader.Locator(".wording mark")).ToHaveTextAsync(marked);
        }

        await reader.IsStillTheSameAsync();
        await Expect(reader.Locator("#post-1")).ToContainTextAsync("Mohon dipertimbangkan.");
        await reader.GetByText("Riwayat bagian ini").ClickAsync();
        await Expect(reader.Locator(".fate ol > li")).ToHaveCountAsync(6);
    }

    [Theory]
    [InlineData("passage-of-reworded-words", "")]
    [InlineData("passage-form-refused", "bagian")]
    [InlineData("passages-of-a-version", "nasib")]
    [InlineData("version-in-one-text", "versi")]
    [InlineData("version-side-by-side", "versi?tampil=sejajar")]
    [InlineData("criteria-draft", "rancangan")]
    [InlineData("criteria-draft-side-by-side", "rancangan?tampil=sejajar")]
    [InlineData("drafted-criterion-refused", "kriteria")]
    [InlineData("passage-before-an-official", "letak")]
    public async Task A_page(string name, string what)
    {
        var consultation = await AConsultationAsync($"Halaman {name}");
        var passage = await APassageAsync(consultation, Age);
        await APassageAsync(consultation, Study);
        var hendra = await site.SignedInAsync((await site.AnOfficialAsync("Hendra")).Mail);
        await PublishAsync(hendra, consultation, what == "letak" ? $"{Study}\n\n{Work}" : $"{Study} {Older}\n\nBersedia ditempatkan di seluruh wilayah kabupaten.");
        var about = await TopicAsync(consultation);
        switch (what)
        {
            case "":
                await hendra.GotoAsync(passage);
                await hendra.GetByText("Riwayat bagian ini").ClickAsync();
                break;
            case "bagian":
                await hendra.GotoAsync(about + "/bagian");
                await hendra.GetByLabel("Masukan Anda").FillAsync("Belum memilih kalimat.");
                await hendra.GetByRole(AriaRole.Button, new() { Name = "Kirim masukan" }).ClickAsync();
                await Expect(hendra.Locator(".error-summary")).ToBeVisibleAsync();
                break;
            case "kriteria":
                await BeginAsync(hendra, consultation);
                await hendra.GotoAsync(Urls.DraftedCriterion(consultation));
                await hendra.GetByLabel("Kode").FillAsync("K 9");
                await hendra.GetByLabel("Judul").FillAsync("Penempatan");
                await hendra.GetByLabel("Bunyi kriteria").FillAsync("Bersedia ditempatkan.");
                await hendra.GetByRole(AriaRole.Button, new() { Name = "Simpan" }).ClickAsync();
                await Expect(hendra.Locator(".error-summary")).ToBeVisibleAsync();
                break;
            case "rancangan" or "rancangan?tampil=sejajar":
                await BeginAsync(hendra, consultation);
                await hendra.GotoAsync(Urls.DraftedCriterion(consultation, "K-1"));
                await hendra.GetByLabel("Bunyi kriteria").FillAsync($"{Study} {Age}\n\nBersedia ditempatkan di seluruh wilayah kabupaten.");
                await hendra.GetByRole(AriaRole.Button, new() { Name = "Simpan" }).ClickAsync();
                await hendra.GotoAsync($"/konsultasi/{consultation.Slug}/{what}");
                break;
            case "letak":
                await hendra.GotoAsync(Urls.PlacePassage(consultation, await site.ReadAsync(db => db.Passages.Where(p => p.ConsultationId == consultation.Id && p.Original.Exact == Age).Select(p => p.Id).SingleAsync())));
                break;
            case "nasib":
                await hendra.GotoAsync(Urls.Fates(consultation, 2));
                break;
            default:
                await hendra.GotoAsync(Urls.CriteriaVersion(consultation, 2) + what["versi".Length..]);
                break;
        }

        await hendra.InspectAsync(name);
    }

    private async Task<Consultation> AConsultationAsync(string title)
    {
        var official = (await site.AnOfficialAsync("Marlina")).Account;
        await using var scope = site.Of<IServiceScopeFactory>().CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ForumDb>();
        var now = TimeProvider.System.GetUtcNow();
        var round = Round.Create($"UJI-{Interlocked.Increment(ref _rounds)}");
        round.Describe(RoundKind.Pppk, title, 2026, [], []);
        db.Add(round);
        db.Add(round.Publish(
            1,
            [new("K-1", "Usia dan pendidikan", $"{Study} {Age}\n\n{Work}", null, Authority.Local, ""), new("K-2", "Surat tanda registrasi", "Memiliki STR yang berlaku.", null, Authority.National, "PermenPANRB 6/2024")],
            null, now).Value!);
        await db.SaveChangesAsync();
        var by = await db.Accounts.SingleAsync(a => a.Id == official.Id);
        // Open for longer than the demonstration's, which the home page has to go on naming first.
        var timetable = new Timetable(now.AddHours(-2), now.AddHours(-1), now.AddDays(60), now.AddDays(80));
        return (await scope.ServiceProvider.GetRequiredService<ConsultationOpening>().PublishAsync(by, title, "", round, timetable, default)).Value;
    }

    private async Task<string> TopicAsync(Consultation consultation) =>
        Urls.Topic(await site.ReadAsync(db => db.Topics.SingleAsync(t => t.ConsultationId == consultation.Id && t.CriterionCode == "K-1" && t.PartOfId == null)));

    private async Task<string> APassageAsync(Consultation consultation, string words)
    {
        var member = await site.SignedInAsync((await site.AMemberAsync("Rahmi A.")).Mail, script: false);
        await member.GotoAsync(await TopicAsync(consultation) + "/bagian");
        await member.GetByRole(AriaRole.Radio, new() { Name = words }).CheckAsync();
        await member.GetByLabel("Masukan Anda").FillAsync("Mohon dipertimbangkan.");
        await member.GetByRole(AriaRole.Button, new() { Name = "Kirim masukan" }).ClickAsync();
        await Expect(member.Locator(".wording mark.here")).ToHaveTextAsync(words);
        return new Uri(member.Url).AbsolutePath;
    }

    private static async Task BeginAsync(IPage official, Consultation consultation)
    {
        await official.GotoAsync(Urls.CriteriaDraft(consultation));
        await official.GetByRole(AriaRole.Button, new() { Name = "Mulai rancangan" }).ClickAsync();
        await Expect(official.GetByRole(AriaRole.Button, new() { Name = "Terbitkan versi" })).ToBeVisibleAsync();
    }

    /// <summary>By the office's own pages: K-1 with these words, or without it; or come back when it was gone.</summary>
    private static async Task PublishAsync(IPage official, Consultation consultation, string? text)
    {
        await BeginAsync(official, consultation);
        var isThere = await official.Locator("#K-1").CountAsync() > 0;
        await official.GotoAsync(Urls.DraftedCriterion(consultation, isThere ? "K-1" : null));
        if (!isThere)
        {
            await official.GetByLabel("Kode").FillAsync("K-1");
            await official.GetByLabel("Judul").FillAsync("Usia dan pendidikan");
        }

        if (text is null) await official.GetByLabel("Hapus kriteria ini").CheckAsync();
        else await official.GetByLabel("Bunyi kriteria").FillAsync(text);
        await official.GetByLabel("Alasan perubahan").FillAsync("Menanggapi masukan warga.");
        await official.GetByRole(AriaRole.Button, new() { Name = "Simpan" }).ClickAsync();
        await official.GetByRole(AriaRole.Button, new() { Name = "Terbitkan versi" }).ClickAsync();
        await Expect(official.Locator("main .notice[role=status]")).ToContainTextAsync("sudah terbit");
    }

    private static async Task SelectAsync(IPage page, string words) => await page.EvaluateAsync(
        """
        words => {
          for (const walker = document.createTreeWalker(document.querySelector('[data-words]'), NodeFilter.SHOW_TEXT); walker.nextNode();) {
            const at = walker.currentNode.textContent.indexOf(words);
            if (at >= 0) { getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + words.length); return; }
          }
          throw new Error('not there: ' + words);
        }
        """, words);

    private static async Task ReachAsync(IPage page, ILocator wanted)
    {
        await wanted.WaitForAsync();
        for (var stops = 0; stops < 60; stops++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await wanted.EvaluateAsync<bool>("element => element === document.activeElement")) return;
        }

        Assert.Fail($"{wanted} was not reached.");
    }
}
