package io.plumbline.onlineintake;

import io.plumbline.shared.ids.PatientId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface OnlineIntakes extends Repository<OnlineIntake, UUID> {
    OnlineIntake saveAndFlush(OnlineIntake intake);

    Optional<OnlineIntake> findById(UUID id);

    /** Finds a link by the hash of its token, unless it was submitted or withdrawn. */
    @Query("""
        select i.id from OnlineIntake i
        where i.tokenHash = :hash and i.state in (io.plumbline.onlineintake.OnlineIntakeState.SENT,
            io.plumbline.onlineintake.OnlineIntakeState.OPENED)\
        """)
    Optional<UUID> findOpen(String hash);

    /** Locks the row without changing it, so that five wrong answers are counted one after the other. */
    @Modifying
    @Query("update OnlineIntake i set i.wrongAnswers = i.wrongAnswers where i.id = :id")
    void lock(UUID id);

    /** Returns the lead of an open link, unless it became a patient. */
    @Query("""
        select i.leadId from OnlineIntake i
        where i.id = :id and i.patientId is null and i.leadId is not null\
        """)
    Optional<UUID> findUnconvertedLead(UUID id);

    /** Finds the online intake with which an intake note was begun. */
    @Query("select i from OnlineIntake i where i.noteId = :note")
    Optional<OnlineIntake> findByNote(UUID note);

    @Query("""
        select i.id from OnlineIntake i
        where i.patientId in :records and i.state in (io.plumbline.onlineintake.OnlineIntakeState.SENT,
            io.plumbline.onlineintake.OnlineIntakeState.OPENED)
        order by i.id\
        """)
    List<UUID> openOf(Collection<PatientId> records);

    @Query("""
        select i.id from OnlineIntake i
        where i.leadId = :lead and i.patientId is null and i.state in (io.plumbline.onlineintake.OnlineIntakeState.SENT,
            io.plumbline.onlineintake.OnlineIntakeState.OPENED)
        order by i.id\
        """)
    List<UUID> openOfLead(UUID lead);

    /** Returns the online intakes of a lead that have no patient yet. */
    @Query("select i.id from OnlineIntake i where i.leadId = :lead and i.patientId is null order by i.id")
    List<UUID> unconverted(UUID lead);

    /** Returns what was submitted and no intake note was begun with. */
    @Query("""
        select i from OnlineIntake i
        where i.patientId in :records and i.noteId is null
          and i.state = io.plumbline.onlineintake.OnlineIntakeState.SUBMITTED\
        """)
    List<OnlineIntake> findUnreviewed(Collection<PatientId> records);
}
