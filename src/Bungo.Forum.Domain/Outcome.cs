using System.Diagnostics.CodeAnalysis;

namespace Bungo.Forum.Domain;

/// <summary>
/// What a verb of the Domain answers: the thing it made, or the named reason it would not.
/// Exceptions stay for bugs; no input of a user makes the Domain throw.
/// </summary>
public readonly struct Outcome<T>
{
    private readonly T? _value;
    private readonly Refusal? _refusal;

    private Outcome(T? value, Refusal? refusal) => (_value, _refusal) = (value, refusal);

    /// <exception cref="InvalidOperationException">The outcome is a refusal: ask <see cref="IsRefused"/> first.</exception>
    public T Value => _refusal is null
        ? _value!
        : throw new InvalidOperationException($"Refused ({_refusal.Code}); there is no value.");

    public bool IsRefused([NotNullWhen(true)] out Refusal? refusal) => (refusal = _refusal) is not null;

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}
