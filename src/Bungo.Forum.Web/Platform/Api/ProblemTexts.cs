using Microsoft.AspNetCore.Mvc;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Platform.Api;

/// <summary>
/// The words of problem details, whoever made them: a refusal, routing (405, 415), the reading of a body (400), a
/// failure. Without this they would speak English to everybody.
/// </summary>
internal static class ProblemTexts
{
    public static void Customize(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        problem.Title = TitleOf(problem) ?? problem.Title;
        problem.Detail ??= DetailOf(problem.Status, context.HttpContext.Response.Headers.Allow);
    }

    private static string? TitleOf(ProblemDetails problem) => problem.Status switch
    {
        400 when problem is HttpValidationProblemDetails => T("Isian tidak sesuai", "Field not valid"),
        400 => T("Permintaan tidak terbaca", "Request not readable"),
        401 => T("Belum masuk", "Not signed in"),
        403 => T("Tidak berwenang", "Not allowed"),
        404 => T("Tidak ditemukan", "Not found"),
        405 => T("Metode tidak didukung", "Method not supported"),
        413 => T("Terlalu besar", "Too large"),
        415 => T("Jenis isi tidak didukung", "Content type not supported"),
        422 => T("Ditolak", "Refused"),
        429 => T("Terlalu sering", "Too often"),
        >= 500 => T("Situs sedang terganggu", "The site is out of order"),
        _ => null,
    };

    private static string? DetailOf(int? status, string? allowed) => status switch
    {
        400 => T("Isi atau parameter permintaan bukan JSON yang sah atau tidak sesuai bentuknya; lihat /openapi/v1.json.", "The request's body or a parameter is not valid JSON or not of the right shape; see /openapi/v1.json."),
        404 => T("Tidak ada apa-apa di alamat ini.", "There is nothing at this address."),
        405 => T($"Alamat ini menerima: {allowed}.", $"This address takes: {allowed}."),
        415 => T("Kirim sebagai application/json.", "Send it as application/json."),
        429 => T("Tunggu sebanyak detik di Retry-After, lalu kirim lagi.", "Wait for the seconds in Retry-After, then send it again."),
        503 => T("Buku publik sedang tidak dapat mencatat, jadi situs tidak menerima tulisan baru. Yang dikirim belum tersimpan; ulangi nanti.", "The public ledger cannot record at present, so the site takes nothing new. What was sent was not saved; repeat it later."),
        _ => null,
    };
}
