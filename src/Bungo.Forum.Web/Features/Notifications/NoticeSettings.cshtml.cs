using Bungo.Forum.Domain.Notifications;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Notifications;

[Authorize]
public sealed class NoticeSettingsPage(ForumDb db) : ForumPage
{
    [BindProperty]
    public bool OfficialAnswers { get; set; }

    [BindProperty]
    public bool Replies { get; set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var preference = await db.MailPreferences.FindAsync([Viewer.Id!.Value], cancel) ?? new MailPreference(Viewer.Id!.Value);
        (OfficialAnswers, Replies) = (preference.OfficialAnswers, preference.Replies);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.LockAccountAsync(Viewer.Id, cancel);
        if (await db.MailPreferences.FindAsync([Viewer.Id!.Value], cancel) is not { } preference) db.Add(preference = new MailPreference(Viewer.Id!.Value));
        preference.Choose(OfficialAnswers, Replies);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Done(Urls.NoticeSettings, T("Pilihan surel Anda disimpan.", "Your mail settings are saved."));
    }
}
