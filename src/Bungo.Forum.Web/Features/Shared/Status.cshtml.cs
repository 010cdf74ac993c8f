using System.Diagnostics;
using Bungo.Forum.Web.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Shared;

/// <summary>What is shown when the answer is no; see <c>Platform/StatusAnswers</c>. It reads nothing from the database.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class StatusPage : ForumPage
{
    public int Code => Response.StatusCode;

    public string Trace => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    public string Title => Code switch
    {
        StatusCodes.Status403Forbidden => T("Tidak diizinkan", "Not allowed"),
        StatusCodes.Status404NotFound => T("Halaman tidak ditemukan", "Page not found"),
        StatusCodes.Status413PayloadTooLarge => T("Terlalu besar", "Too large"),
        StatusCodes.Status422UnprocessableEntity => T("Tidak dapat dilakukan", "Not possible"),
        StatusCodes.Status429TooManyRequests => T("Terlalu sering", "Too often"),
        >= StatusCodes.Status500InternalServerError => T("Situs sedang terganggu", "The site is out of order"),
        _ => T("Permintaan tidak dapat dibaca", "The request could not be read"),
    };

    public string Sentence => StatusAnswers.ReasonOf(HttpContext) ?? Code switch
    {
        StatusCodes.Status403Forbidden => T("Peran akun Anda tidak mencakup halaman ini.", "Your account's role does not include this page."),
        StatusCodes.Status404NotFound => T("Mungkin alamatnya salah tulis, atau halamannya belum diterbitkan.", "The address may be mistyped, or the page not published yet."),
        StatusCodes.Status413PayloadTooLarge => T("Yang Anda kirim melebihi batas. Bagi menjadi beberapa bagian.", "What you sent is beyond the limit. Split it into parts."),
        StatusCodes.Status429TooManyRequests => T($"Terlalu banyak permintaan dalam waktu singkat. Coba lagi {Wait} lagi.", $"Too many requests in a short time. Try again in {Wait}."),
        StatusCodes.Status503ServiceUnavailable => T("Buku publik sedang tidak dapat mencatat, jadi situs tidak menerima tulisan baru; yang Anda kirim belum tersimpan. Membaca tetap bisa. Coba lagi nanti.", "The public ledger cannot record at present, so the site takes nothing new; what you sent was not saved. Reading goes on. Try again later."),
        >= StatusCodes.Status500InternalServerError => T("Kesalahan ada pada kami dan sudah dicatat. Coba lagi beberapa menit lagi.", "The fault is ours and has been recorded. Try again in a few minutes."),
        _ => T("Muat ulang halaman sebelumnya, lalu coba sekali lagi.", "Reload the previous page and try once more."),
    };

    private string Wait => int.TryParse(Response.Headers.RetryAfter, out var seconds) && seconds < 120
        ? T($"{seconds} detik", $"{seconds} seconds")
        : T($"{(seconds + 59) / 60} menit", $"{(seconds + 59) / 60} minutes");

    public IActionResult OnGet(int? code) => Show(code);

    public IActionResult OnPost(int? code) => Show(code);

    // Run again for another request the status stands already; asked for by its own address it is told by the address.
    private PageResult Show(int? asked)
    {
        if (Response.StatusCode < StatusCodes.Status400BadRequest)
            Response.StatusCode = asked is >= StatusCodes.Status400BadRequest and < 600 ? asked.Value : StatusCodes.Status403Forbidden;
        return Page();
    }
}
