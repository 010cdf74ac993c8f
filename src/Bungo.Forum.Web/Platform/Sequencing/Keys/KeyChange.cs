using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Cli;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bungo.Forum.Web.Platform.Sequencing.Keys;

/// <summary>
/// Begins the change of the log's key: draws the next one beside the old, has both sign the newest checkpoint, and announces
/// it by an act. The rest is the signer's: it takes the key in use when the sequencer meets the act. A crash between the
/// key's file and the act leaves a key that nobody announced, and doing it again announces that one.
/// </summary>
public sealed class KeyChange(ForumDb db, ActRecorder acts, LogFolder files, IOptions<LedgerOptions> options)
{
    /// <returns>The next key, to be printed where the site cannot change it.</returns>
    public async Task<VerifierKey> AnnounceAsync(CancellationToken cancel)
    {
        var signer = new SignerFolder(options.Value.FolderPath);
        if (signer.Key is not { } key || files.Head() is not var (_, head))
            throw new OperatorException("Belum ada kunci; jalankan situs dahulu.", "There is no key yet; let the site run first.");
        using var old = key;
        if ((signer.List?.Keys.Count(k => k.To is null) ?? 1) > 1 || await db.PendingActs.AnyAsync(a => a.Kind == LedgerSigner.Announcement, cancel))
            throw new OperatorException("Pergantian kunci sedang berjalan.", "A change of keys is under way already.");
        // The log's name is its key's: a verb may run under settings other than the site's, which were given to it at its start.
        using var next = signer.Prepare(key.Key.Name);
        // Both keys sign what is signed already: it shows that the old one knows of the new, and that the new one exists.
        var statement = head.Sign(old, next).ToBytes();
        files.WriteStatement(head.Size, statement);
        await acts.CommitAsync(new KeyAnnounced(next.Key.ToString(), head.Size, head.Root.ToBase64Url(), statement), cancel);
        return next.Key;
    }
}
