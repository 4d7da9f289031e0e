package io.plumbline.intake;

import io.plumbline.shared.ids.ClinicalNoteId;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The versions of an intake note, as one of them sees them. The newest signed one counts; the earlier ones stay readable.
 *
 * @param seen the number of that version, from 1
 * @param all by number; only the last may be a draft
 */
public record IntakeVersions(int seen, List<Version> all) {
    /**
     * One version.
     *
     * @param reason why it amends the one before; empty for the first
     * @param by who signed it; of a draft, who last edited it
     * @param signedAt null for a draft
     */
    public record Version(
            IntakeId id,
            int number,
            String reason,
            String by,
            @Nullable Instant signedAt) {
        /** Returns whether it is not signed yet. */
        public boolean isDraft() {
            return signedAt == null;
        }
    }

    public IntakeVersions {
        all = List.copyOf(all);
    }

    /**
     * Creates the versions as one of them sees them.
     *
     * @param who the names of the authors
     */
    static IntakeVersions of(IntakeId seen, List<IntakeNotes.Version> versions, Map<StaffId, String> who) {
        var all = versions.stream()
                .map(version -> new Version(
                        version.id(),
                        version.revision(),
                        Objects.requireNonNullElse(version.reason(), ""),
                        Objects.requireNonNull(who.get(version.by())),
                        version.signedAt()))
                .toList();
        return new IntakeVersions(
                all.stream()
                        .filter(version -> version.id().equals(seen))
                        .findFirst()
                        .orElseThrow()
                        .number(),
                all);
    }

    /** Returns the version that sees the others. */
    public Version own() {
        return all.get(seen - 1);
    }

    /** Returns the version that this one amends; empty for the first. */
    public Optional<Version> amended() {
        return seen == 1 ? Optional.empty() : Optional.of(all.get(seen - 2));
    }

    /** Returns the signed versions, by number; empty before the first signature. */
    public List<Version> signed() {
        return all.stream().filter(version -> !version.isDraft()).toList();
    }

    /** Returns the newest signed version if it is not this one: this one no longer counts. */
    public Optional<Version> newer() {
        var signed = signed();
        return signed.isEmpty()
                ? Optional.empty()
                : Optional.of(signed.getLast()).filter(version -> version.number() > seen);
    }

    /** Returns the version that is being written to amend the newest signed one; empty if none is, or this is it. */
    public Optional<Version> draft() {
        return Optional.of(all.getLast()).filter(version -> version.isDraft() && version.number() > seen);
    }

    /** Returns the versions before this one, as the source of red flags. */
    public List<ClinicalNoteId> earlier() {
        return all.stream()
                .limit(seen - 1L)
                .map(version -> version.id().asClinicalNote())
                .toList();
    }
}
