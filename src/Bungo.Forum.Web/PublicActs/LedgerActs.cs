namespace Bungo.Forum.Web.PublicActs;

/// <summary>The ledger's hourly sign of life: how far it goes, how many acts wait, and how far witnesses stand for it.</summary>
/// <param name="Witnessed">Null where no policy asks for witnesses.</param>
public sealed record LogBeat(long Size, int Waiting, long? Witnessed = null) : PublicAct("denyut", Guid.NewGuid(), null)
{
    public override bool IsFirst => true;

    public override IEnumerable<Change> Changes => [];

    public override IReadOnlyDictionary<string, object> Clear
    {
        get
        {
            var clear = new Dictionary<string, object> { ["ukuran"] = Size, ["tertunda"] = Waiting };
            if (Witnessed is { } witnessed) clear["disaksikan"] = witnessed;
            return clear;
        }
    }
}

/// <summary>Another key will sign the log. The statement is its newest checkpoint, signed by the old key and by the new one.</summary>
public sealed record KeyAnnounced(string Key, long Size, string Root, byte[] Statement) : PublicAct("kunci.umum", Guid.NewGuid(), null)
{
    public override bool IsFirst => true;

    public override IEnumerable<Change> Changes => [];

    public override IReadOnlyDictionary<string, object> Clear => new Dictionary<string, object> { ["kunci"] = Key, ["ukuran"] = Size, ["akar"] = Root };

    public override IEnumerable<Document> Documents => [new("kepala", "text/plain", Statement)];
}

/// <summary>The log takes nothing more: this is its last entry, and the checkpoint over it is final.</summary>
public sealed record LogClosed(long Size, string Root) : PublicAct("buku.tutup", Guid.NewGuid(), null)
{
    public override bool IsFirst => true;

    public override IEnumerable<Change> Changes => [];

    public override IReadOnlyDictionary<string, object> Clear => new Dictionary<string, object> { ["ukuran"] = Size, ["akar"] = Root };
}

/// <summary>The published checkpoint is another; itself nothing for the ledger, which would then never rest.</summary>
public sealed record LogMoved : Act
{
    public override IEnumerable<Change> Changes => [new(Streams.Ledger, Streams.Name("ledger-head", 0))];
}
