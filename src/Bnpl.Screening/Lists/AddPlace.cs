using Bnpl.Contracts;
using Bnpl.Infrastructure.Audit;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Screening.Lists;

/// <summary><c>POST /v1/delivery_places</c>: an address or a name that the tenant knows to be nobody's home.</summary>
internal sealed class AddPlace(EntryWriter writer, TenantClock clock, Caller caller, AuditTrail audit)
{
    internal sealed record Request
    {
        /// <summary><c>forwarding hotel weekly depot other</c>.</summary>
        public string? Category { get; init; }

        /// <summary>Of the house, or the name that stands on parcels to it.</summary>
        public string? Name { get; init; }

        /// <summary>With a room: that room. Without: everything at the block number.</summary>
        public string? Address { get; init; }
        public string? Note { get; init; }
    }

    public Created<PlaceResponse> Run(Request request)
    {
        FieldErrors errors = new();
        NewEntry? entry = PlaceRules.EntryOf(request.Category, request.Name, request.Address, request.Note, "", errors);
        errors.ThrowIfAny();
        writer.Add("place", "manual", [entry!]);
        audit.Record("place.added", IdPrefix.Place, entry!.Id, "category");
        PlaceResponse answer = PlaceResponse.Of(entry.Id, entry.Category!, entry.Content, "manual", caller.Subject, clock.Now);
        return TypedResults.Created($"/v1/delivery_places/{answer.Id}", answer);
    }
}
