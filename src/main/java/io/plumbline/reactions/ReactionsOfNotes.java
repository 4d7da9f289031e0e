package io.plumbline.reactions;

import io.plumbline.access.ChartAccessQuery;
import io.plumbline.access.StaffNameQuery;
import io.plumbline.clinics.ClinicService;
import io.plumbline.notes.NoteReactions;
import io.plumbline.patients.CareTeamMember;
import io.plumbline.reactions.AdverseReaction.Moment;
import io.plumbline.reactions.AdverseReaction.Origin;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The adverse reactions that the signature of a session note asks about, and those that it records. */
@Component
class ReactionsOfNotes implements NoteReactions {
    private static final String AGREED =
            "Recorded with the signature of the session note: look at it with the patient, and judge how severe it is";

    private final JdbcClient jdbc;
    private final ReactionQuery query;
    private final AdverseReactions reactions;
    private final StaffNameQuery names;
    private final ChartAccessQuery access;
    private final ClinicService clinics;
    private final Clock clock;

    ReactionsOfNotes(
            JdbcClient jdbc,
            ReactionQuery query,
            AdverseReactions reactions,
            StaffNameQuery names,
            ChartAccessQuery access,
            ClinicService clinics,
            Clock clock) {
        this.jdbc = jdbc;
        this.query = query;
        this.reactions = reactions;
        this.names = names;
        this.access = access;
        this.clinics = clinics;
        this.clock = clock;
    }

    @Override
    public List<String> severities() {
        return Arrays.stream(ReactionSeverity.values())
                .map(ReactionSeverity::label)
                .toList();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isRecorded(NoteId note) {
        return jdbc.sql("select count(*) from adverse_reaction where note_id = ? and error_reason is null")
                        .param(note)
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<OpenReaction> findOpen(Collection<PatientId> records) {
        return query.openOf(records).stream()
                .map(row -> new OpenReaction(row.description(), row.beganOn(), row.area()))
                .toList();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Told told) {
        var now = new Moment(CurrentUser.current().staff(), clock.instant(), clinics.zoneOf(told.clinic()));
        var severity = Arrays.stream(ReactionSeverity.values())
                .filter(one -> one.label().equals(told.severity()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no severity " + told.severity()));
        var draft = new ReactionDraft(
                told.on(),
                null,
                cut(told.description(), ReactionDraft.LONGEST_DESCRIPTION),
                told.service(),
                ReactionDraft.fitting(told.area()),
                severity,
                ReactionOutcome.UNKNOWN,
                new FollowUpPlan(now.today(), followedUpBy(told), AGREED));
        var origin = new Origin(
                told.patient().id(), told.patient().draft().birthDate(), told.clinic(), told.note(), told.visit());
        reactions.saveAndFlush(AdverseReaction.recorded(origin, draft, OperationId.next(), now));
    }

    /**
     * Returns a chiropractor of the clinic other than the author who treats the patient, first one of the care team; the
     * author where there is none. A manager of the clinic sees the follow-up in any case.
     */
    private StaffId followedUpBy(Told told) {
        var me = CurrentUser.current().staff();
        var team = told.patient().careTeam().stream().map(CareTeamMember::id).toList();
        return names.findNamesAt(Set.of(told.clinic()), Set.of(Role.CHIROPRACTOR)).keySet().stream()
                .filter(one -> !one.equals(me))
                .filter(one -> access.find(one, told.patient().id()).isByRelation())
                .min(Comparator.comparing((StaffId one) -> !team.contains(one)).thenComparing(StaffId::value))
                .orElse(me);
    }

    private static String cut(String text, int most) {
        return text.substring(0, Math.min(text.length(), most));
    }
}
