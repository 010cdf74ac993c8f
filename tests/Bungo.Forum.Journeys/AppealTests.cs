using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Domain.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bungo.Forum.Journeys;

/// <summary>From a hidden post to the evaluator's finding, and the public log that tells it.</summary>
public class AppealTests(RunningSite site)
{
    private const string Words = "Nomor 0812 itu nomor layanan loket yang dipasang di pintu.";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_hidden_post_comes_back_on_second_appeal_and_the_public_log_tells_the_story(bool script)
    {
        var topic = await site.ATopicAsync($"Nomor loket {script}");
        var mail = (await site.AMemberAsync("Bambang")).Mail;
        var author = await site.SignedInAsync(mail, script);
        await author.WriteAsync(topic, Words);
        var sari = await site.SignedInAsync((await site.AModeratorAsync("Sari Dewi")).Mail, script, width: 1280);
        var post = await site.ReadAsync(db => db.Posts.Where(p => p.Body == Words && p.Topic!.Title == $"Nomor loket {script}").Select(p => p.Id).SingleAsync());
        await sari.GotoAsync($"/moderasi/putusan/kiriman/{post}");
        await sari.GetByLabel("Pasal tata tertib").SelectOptionAsync("T-4");
        await sari.GetByLabel("Alasan", new() { Exact = true }).FillAsync("Memuat nomor telepon.");
        await sari.GetByLabel("Apakah kiriman ini mengkritik").SelectOptionAsync("tidak");
        await sari.GetByRole(AriaRole.Button, new() { Name = "Sembunyikan" }).ClickAsync();
        await Expect(sari.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Kiriman disembunyikan");
        var decision = new Uri(sari.Url).AbsolutePath;

        await author.GotoAsync("/pemberitahuan");
        await author.Locator("ul.notices .unread a").ClickAsync();
        await author.GetByRole(AriaRole.Link, new() { Name = "Ajukan banding" }).ClickAsync();
        await author.GetByLabel("Mengapa putusan itu keliru?").FillAsync("Itu nomor kantor, bukan nomor pribadi.");
        await author.GetByRole(AriaRole.Button, new() { Name = "Ajukan banding" }).ClickAsync();
        await Expect(author.GetByRole(AriaRole.Main)).ToContainTextAsync("Banding Anda sudah diterima.");

        var wati = await site.SignedInAsync((await site.AMemberAsync("Wati", Role.Moderator, "Bagian Hukum")).Mail, script, width: 1280);
        await RuleAsync(wati, decision, "Tolak; putusan tetap", "Nomor telepon tetap nomor telepon.");

        await author.GotoAsync(decision);
        await author.GetByRole(AriaRole.Link, new() { Name = "Ajukan banding" }).ClickAsync();
        await author.GetByLabel("Mengapa putusan itu keliru?").FillAsync("Tolong dilihat: nomornya ada di papan kantor.");
        await author.GetByRole(AriaRole.Button, new() { Name = "Ajukan banding" }).ClickAsync();
        await Expect(author.GetByRole(AriaRole.Main)).ToContainTextAsync("Banding Anda sudah diterima.");

        var evaluator = await site.SignedInAsync((await site.AMemberAsync("Penilai Ratna", Role.Penilai, "Ombudsman Jambi")).Mail, script);
        await evaluator.Locator("header.bar .me").ClickAsync();
        await evaluator.GetByRole(AriaRole.Link, new() { Name = "Banding", Exact = true }).ClickAsync();
        await RuleAsync(evaluator, decision, "Kabulkan dan cabut tindakannya", "Nomor layanan publik bukan data pribadi.");

        var reader = await site.ABrowserAsync(script);
        await reader.GotoAsync(topic);
        await Expect(reader.Locator("#post-1 .body")).ToContainTextAsync(Words);
        await reader.GotoAsync("/moderasi/catatan");
        var row = reader.Locator($"#decision-{decision.Split('/')[^1]}");
        await Expect(row).ToContainTextAsync("Tingkat 1: ditolak; Tingkat 2: dikabulkan");
        await row.GetByRole(AriaRole.Link, new() { Name = "putusan no." }).First.ClickAsync();
        foreach (var part in new[] { "Memuat nomor telepon.", "Itu nomor kantor", "Nomor telepon tetap", "papan kantor", "Penilai, Ombudsman Jambi", "bukan data pribadi" })
            await Expect(reader.GetByRole(AriaRole.Main)).ToContainTextAsync(part);
        await Expect(reader.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("Bambang");

        var other = await site.SignedInAsync((await site.AMemberAsync("Yusuf", Role.Moderator, "Inspektorat")).Mail, script);
        await other.GotoAsync($"/moderasi/putusan/kiriman/{post}");
        await other.GetByLabel("Pasal tata tertib").SelectOptionAsync("T-4");
        await other.GetByLabel("Alasan", new() { Exact = true }).FillAsync("Memuat nomor telepon.");
        await other.GetByLabel("Apakah kiriman ini mengkritik").SelectOptionAsync("tidak");
        await other.GetByRole(AriaRole.Button, new() { Name = "Sembunyikan" }).ClickAsync();
        await Expect(other.Locator(".error-summary")).ToContainTextAsync("Putusan penilai mengikat");

        if (!script) return;
        await reader.InspectAsync("decision-story");
        await other.InspectAsync("decision-refused-by-finding");
    }

    [Fact]
    public async Task The_pages_of_appeals_bear_inspection()
    {
        var topic = await site.ATopicAsync("Halaman banding");
        var author = await site.SignedInAsync((await site.AMemberAsync("Pemohon banding")).Mail);
        await author.WriteAsync(topic, "Petugas loketnya tidak becus.");
        var post = await site.ReadAsync(db => db.Posts.Where(p => p.Topic!.Title == "Halaman banding").Select(p => p.Id).SingleAsync());

        var one = await site.SignedInAsync((await site.AModeratorAsync("Sari")).Mail);
        await one.GotoAsync($"/moderasi/putusan/kiriman/{post}");
        await one.GetByLabel("Pasal tata tertib").SelectOptionAsync("T-2");
        await one.GetByLabel("Alasan", new() { Exact = true }).FillAsync("Merendahkan petugas.");
        await one.GetByLabel("Apakah kiriman ini mengkritik").SelectOptionAsync("lain");
        await one.GetByRole(AriaRole.Button, new() { Name = "Sembunyikan" }).ClickAsync();
        await Expect(one.GetByRole(AriaRole.Main)).ToContainTextAsync("Usulan dicatat.");
        await one.GotoAsync("/moderasi");
        await one.InspectAsync("queue-with-proposal");

        var two = await site.SignedInAsync((await site.AMemberAsync("Wati", Role.Moderator, "Bagian Hukum")).Mail);
        await two.GotoAsync($"/moderasi/putusan/kiriman/{post}");
        await two.GetByRole(AriaRole.Button, new() { Name = "Setujui dan sembunyikan" }).ClickAsync();
        await Expect(two.GetByRole(AriaRole.Main)).ToContainTextAsync("Dua moderator");
        var decision = new Uri(two.Url).AbsolutePath;

        await author.GotoAsync($"{decision}/banding");
        await author.GetByLabel("Mengapa putusan itu keliru?").FillAsync("Kritik terhadap pelayanan selalu boleh.");
        await author.GetByRole(AriaRole.Button, new() { Name = "Ajukan banding" }).ClickAsync();
        await Expect(author.GetByRole(AriaRole.Main)).ToContainTextAsync("Banding dari yang dikenai putusan");
        await author.GotoAsync($"{decision}/banding");
        await author.InspectAsync("appeal-once");

        var third = await site.SignedInAsync((await site.AMemberAsync("Yusuf", Role.Moderator, "Inspektorat")).Mail);
        await third.GotoAsync("/moderasi/banding");
        await third.Locator($"main a[href='/moderasi/banding/{decision.Split('/')[^1]}']").ClickAsync();
        await third.GetByLabel("Alasan putusan banding").FillAsync("         ");
        await third.GetByRole(AriaRole.Button, new() { Name = "Tolak; putusan tetap" }).ClickAsync();
        await third.InspectAsync("rule-on-appeal");
        await (await site.SignedInAsync((await site.AMemberAsync("Yusra", Role.Moderator, "Dinas Sosial")).Mail)).ReadPageAsync("/moderasi/banding", "appeals");
        await (await site.ABrowserAsync()).ReadPageAsync("/moderasi/catatan", "log-with-appeals");
    }

    [Fact]
    public async Task An_evaluator_examines_a_decision_of_the_sample_and_the_error_rate_is_public()
    {
        // The draw itself needs a month to pass; here are its rows as the job leaves them.
        var month = await site.ReadAsync(async db =>
        {
            var decisions = await db.Decisions.Where(d => d.PostId != null && !db.ReviewItems.Any(i => i.DecisionId == d.Id)).OrderBy(d => d.Id).Take(2).ToListAsync();
            var sample = new ReviewSample(Period.Parse("2026-09").Value, 42, "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", 12, decisions, TimeProvider.System.GetUtcNow());
            db.Add(sample);
            await db.SaveChangesAsync();
            return sample.Month;
        });
        var mail = (await site.AMemberAsync("Penilai Yanti", Role.Penilai, "Ombudsman Jambi")).Mail;
        await (await site.SignedInAsync(mail)).ReadPageAsync($"/moderasi/sampel/{month}/1", "review");
        var evaluator = await site.SignedInAsync(mail, script: false);
        await evaluator.Locator("header.bar .me").ClickAsync();
        await evaluator.GetByRole(AriaRole.Link, new() { Name = "Tinjau ulang putusan" }).ClickAsync();
        await evaluator.GetByRole(AriaRole.Link, new() { Name = month }).ClickAsync();
        await evaluator.GetByRole(AriaRole.Link, new() { Name = "Tinjau putusan no." }).First.ClickAsync();
        await evaluator.GetByLabel("Alasan temuan").FillAsync("Pasal yang dikutip tidak mengatur hal ini.");
        await evaluator.GetByRole(AriaRole.Button, new() { Name = "Putusan keliru" }).ClickAsync();
        await Expect(evaluator.GetByRole(AriaRole.Main)).ToContainTextAsync("Temuan Anda sudah dicatat.");

        var reader = await site.ABrowserAsync();
        await reader.GotoAsync("/moderasi/catatan");
        await reader.GetByRole(AriaRole.Link, new() { Name = "Tinjauan ulang penilai" }).ClickAsync();
        await reader.GetByRole(AriaRole.Link, new() { Name = month }).ClickAsync();
        await Expect(reader.GetByRole(AriaRole.Main)).ToContainTextAsync("Tingkat kekeliruan: 100,0%");
        await reader.InspectAsync("sample");
        await (await site.ABrowserAsync()).ReadPageAsync("/moderasi/sampel", "samples");
    }

    private static async Task RuleAsync(IPage page, string decision, string button, string reason)
    {
        await page.GotoAsync("/moderasi/banding");
        await page.Locator($"main a[href='/moderasi/banding/{decision.Split('/')[^1]}']").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(Words);
        await page.GetByLabel("Alasan putusan banding").FillAsync(reason);
        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Putusan banding sudah dicatat.");
    }
}

internal static class AppealSteps
{
    public static async Task ReadPageAsync(this IPage page, string address, string name)
    {
        var answer = await page.GotoAsync(address);
        Assert.Equal(200, answer!.Status);
        await page.InspectAsync(name);
    }
}
