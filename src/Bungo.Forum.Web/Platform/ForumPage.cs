using Bungo.Forum.Domain;
using Bungo.Forum.Web.Platform.Language;
using Bungo.Forum.Web.Platform.Security;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Bungo.Forum.Web.Platform;

/// <summary>What the pages share: who looks, how a refusal is told, and the key that makes a form count once.</summary>
public abstract class ForumPage : PageModel
{
    /// <summary>Drawn when the form is shown, sent back with it; see <c>Data.Submission</c>.</summary>
    [BindProperty(Name = "form_key")]
    public Guid FormKey { get; set; } = Guid.NewGuid();

    public Viewer Viewer => HttpContext.RequestServices.GetRequiredService<Viewer>();

    /// <summary>
    /// A redirect after a POST means that what was sent has arrived, now or on an earlier try: the browser may forget
    /// what it kept of it. The form's script names its draft and reads the cookie; nobody else does.
    /// </summary>
    [NonHandler]
    public override void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
        if (context.Result is not LocalRedirectResult || !HttpMethods.IsPost(Request.Method) || !Request.HasFormContentType) return;
        var draft = Request.Form["draft"].ToString();
        if (draft.Length is 0 or > LongestDraftName) return;
        Response.Cookies.Append("draft-done", draft, new CookieOptions { MaxAge = TimeSpan.FromMinutes(10), SameSite = SameSiteMode.Lax, IsEssential = true });
    }

    private const int LongestDraftName = 80;

    /// <summary>Shows the form again with everything typed and the reason beside the field.</summary>
    /// <param name="field">Name of the form field to mend; empty for the form as a whole.</param>
    protected PageResult Refuse(Refusal refusal, string field = "")
    {
        ModelState.AddModelError(field, HttpContext.RequestServices.GetRequiredService<RefusalTexts>().Of(refusal));
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>Notes a rule's "no" beside its field and goes on, so that all that is wrong is told at once; see <see cref="Refused"/>.</summary>
    protected bool Holds<T>(Outcome<T> rule, string field)
    {
        if (!rule.IsRefused(out var refusal)) return true;
        ModelState.AddModelError(field, HttpContext.RequestServices.GetRequiredService<RefusalTexts>().Of(refusal));
        return false;
    }

    protected PageResult Refused()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>After a change: the reader's next page says what was done.</summary>
    /// <param name="act">What recorded the change in the public ledger: its receipt is offered beside the notice.</param>
    protected IActionResult Done(string address, string notice, Guid? act = null)
    {
        TempData[NoticeKey] = notice;
        if (act is { } recorded) TempData[ReceiptKey] = LedgerId.Of(recorded);
        return LocalRedirect(address);
    }

    public const string NoticeKey = "notice";
    public const string ReceiptKey = "receipt";
    public const string NoticeCookie = "pesan";
}
