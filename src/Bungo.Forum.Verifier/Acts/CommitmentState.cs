namespace Bungo.Forum.Verifier.Acts;

internal enum CommitmentState : byte
{
    Unopened,
    Matching,
    Mismatching,
    Restricted,
    Sealed,
    Destroyed,
}
