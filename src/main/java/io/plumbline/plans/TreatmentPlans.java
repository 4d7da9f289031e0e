package io.plumbline.plans;

import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface TreatmentPlans extends Repository<TreatmentPlan, UUID> {
    /** Flushes at once, so that whoever saves learns of a stale version or a second active plan. */
    TreatmentPlan saveAndFlush(TreatmentPlan plan);

    /** Loads what a draft consists of in the same read, so that it has the same version as the plan. */
    @EntityGraph(attributePaths = {"care.content.services", "care.content.goals", "care.content.diagnoses"})
    Optional<TreatmentPlan> findById(UUID id);

    /** @param isClinical whether the reader is in relation to the patient: what is clinical is not read for others */
    @Query("""
            select new io.plumbline.plans.PlanLabel(
                new io.plumbline.shared.ids.PlanId(p.id), p.clinicId, p.care.content.title, p.status,
                p.care.plannedVisits, p.care.deliveredVisits, p.care.phases.phaseStates,
                case when :isClinical = true then p.care.phases.isWorse else false end)
            from TreatmentPlan p where p.patientId in :records
            order by case when p.status = io.plumbline.plans.PlanStatus.DRAFT then 1 else 0 end, p.createdAt desc""")
    List<PlanLabel> findByPatient(Collection<PatientId> records, boolean isClinical, Limit limit);

    /** @param isClinical whether the reader is in relation to the patient: what is clinical is not read for others */
    @Query("""
            select new io.plumbline.plans.PlanLabel(
                new io.plumbline.shared.ids.PlanId(p.id), p.clinicId, p.care.content.title, p.status,
                p.care.plannedVisits, p.care.deliveredVisits, p.care.phases.phaseStates,
                case when :isClinical = true then p.care.phases.isWorse else false end)
            from TreatmentPlan p where p.patientId in :records and p.id = :id""")
    Optional<PlanLabel> find(Collection<PatientId> records, UUID id, boolean isClinical);

    /** Returns the active and on-hold plans, active ones first, oldest first. */
    @Query("""
            select p from TreatmentPlan p
            where p.patientId in :records
              and p.status in (io.plumbline.plans.PlanStatus.ACTIVE, io.plumbline.plans.PlanStatus.ON_HOLD)
            order by p.status, p.createdAt""")
    List<TreatmentPlan> runningOf(Collection<PatientId> records);

    /** Returns the intake notes from which the active plans were begun. */
    @Query("""
            select distinct p.intakeId from TreatmentPlan p
            where p.patientId in :records and p.status = io.plumbline.plans.PlanStatus.ACTIVE and p.intakeId is not null""")
    List<UUID> intakesOfActive(Collection<PatientId> records);

    /** Returns the plan of a visit that a treatment names, whatever its status, with all its visits. */
    @Query("""
            select distinct p from TreatmentPlan p join fetch p.care.visits
            where p.patientId in :records
              and exists (select 1 from p.care.visits v where v.id = :visit or v.appointmentId = :appointment)""")
    List<TreatmentPlan> named(Collection<PatientId> records, @Nullable UUID visit, @Nullable UUID appointment);

    /** Returns the plan of the visit that a note documents; empty if it counts for none. */
    @Query(
            "select p from TreatmentPlan p join p.care.visits v where p.patientId in :records and v.deliveredNoteId = :note")
    Optional<TreatmentPlan> deliveredBy(Collection<PatientId> records, UUID note);

    /** Returns the active plans whose course is to be judged again by now, in the order of their ids. */
    @Query("""
            select new io.plumbline.plans.PlanJudgingService$Waiting(new io.plumbline.shared.ids.PlanId(p.id), p.patientId)
            from TreatmentPlan p
            where p.status = io.plumbline.plans.PlanStatus.ACTIVE and p.care.phases.judgeAt <= :now and p.id > :last
            order by p.id""")
    List<PlanJudgingService.Waiting> toJudge(Instant now, UUID last, Limit limit);

    /** A status change of a plan; the reason is clinical, and omitted for those who may not read it. */
    record Moved(
            Instant at,
            StaffId by,
            PlanStatus from,
            PlanStatus to,
            @Nullable String reason) {
        Moved(Instant at, StaffId by, PlanStatus from, PlanStatus to) {
            this(at, by, from, to, null);
        }
    }

    /** The current version of a visit that is to be booked. */
    record Bookable(
            PlanStatus plan,
            @Nullable LocalDate deliveredOn,
            @Nullable LocalDate bookedOn) {}

    @Query("""
            select new io.plumbline.plans.TreatmentPlans$Bookable(p.status, v.deliveredOn, v.bookedOn)
            from TreatmentPlan p join p.care.visits v where v.id = :visit and p.patientId in :records""")
    Optional<Bookable> bookable(UUID visit, Collection<PatientId> records);

    /** Returns the visit that an appointment is booked as, or was booked as last and is free since; empty if there is none. */
    @Query("""
            select v.id from PlannedVisit v
            where v.appointmentId = :appointment
              or v.freedAppointmentId = :appointment and v.appointmentId is null and v.deliveredOn is null""")
    Optional<UUID> visitOf(UUID appointment);

    /**
     * Returns the running plans whose course waits and of which a treatment would be. One that names no visit is of those
     * with an open visit of its service; of those of which none is left, unless another plan has one to book.
     *
     * @param visit finds the plan that has this visit
     * @param isOfNoVisit whether it names none
     * @param lastThatWaits the last row of the step rules that makes a course wait
     */
    @Query("""
            select p.id from TreatmentPlan p
            where p.patientId in :records
              and p.status in (io.plumbline.plans.PlanStatus.ACTIVE, io.plumbline.plans.PlanStatus.ON_HOLD)
              and p.care.phases.stepRow <= :lastThatWaits
              and (exists (select 1 from p.care.visits v where v.id = :visit)
                or :isOfNoVisit = true and exists (select 1 from p.care.visits w where w.service = :service
                  and (w.deliveredOn is null or not exists (
                    select 1 from TreatmentPlan o join o.care.visits f
                    where o.patientId in :records and o.status = io.plumbline.plans.PlanStatus.ACTIVE and o.id <> p.id
                      and f.service = :service and f.deliveredOn is null and f.appointmentId is null))))""")
    List<UUID> waiting(
            Collection<PatientId> records,
            @Nullable UUID visit,
            boolean isOfNoVisit,
            AppointmentType service,
            int lastThatWaits);

    /** A visit that is booked and not delivered. */
    record VisitAhead(UUID appointment, LocalDate on) {}

    @Query("""
            select new io.plumbline.plans.TreatmentPlans$VisitAhead(v.appointmentId, v.bookedOn)
            from TreatmentPlan p join p.care.visits v
            where p.id in :plans and v.deliveredOn is null and v.bookedOn >= :today""")
    List<VisitAhead> visitsAhead(Collection<UUID> plans, LocalDate today);

    @Query("select distinct v.service from TreatmentPlan p join p.care.visits v where p.id in :plans")
    List<AppointmentType> servicesOf(Collection<UUID> plans);

    @Query("select v.appointmentId from PlannedVisit v where v.appointmentId in :appointments")
    List<UUID> bookedAsVisits(Collection<UUID> appointments);

    @Query("""
            select new io.plumbline.plans.TreatmentPlans$Moved(m.movedAt, m.movedBy, m.fromStatus, m.toStatus, m.reason)
            from TreatmentPlan p join p.log.moves m where p.id = :plan order by m.movedAt, m.id""")
    List<Moved> moves(UUID plan);

    @Query("""
            select new io.plumbline.plans.TreatmentPlans$Moved(m.movedAt, m.movedBy, m.fromStatus, m.toStatus)
            from TreatmentPlan p join p.log.moves m where p.id = :plan order by m.movedAt, m.id""")
    List<Moved> movesWithoutReasons(UUID plan);

    /** Returns the hand-overs of a plan, oldest first. */
    @Query("select h from TreatmentPlan p join p.log.handOvers h where p.id = :plan order by h.handedAt, h.id")
    List<PlanHandOver> handOvers(UUID plan);

    @Query("""
            select new io.plumbline.plans.PlanStepService$Decision(
                d.decidedAt, d.decidedBy, d.phase, d.toPhase, d.proposed, d.decided,
                d.reevaluation, d.course, d.reason, d.facts, d.agreement,
                d.visitsAdded, d.visitsRemoved, d.isReferralTakenBack)
            from TreatmentPlan p join p.log.decisions d where p.id = :plan order by d.decidedAt desc, d.id desc""")
    List<PlanStepService.Decision> decisions(UUID plan);

    @Query("select r from TreatmentPlan p join p.log.revisions r where p.id = :plan order by r.number desc")
    List<PlanRevision> revisions(UUID plan);

    /** Releases an appointment from the planned visit that it was booked for, unless the visit is delivered. */
    @Modifying
    @Query("""
            update PlannedVisit v set v.appointmentId = null, v.bookedOn = null
            where v.appointmentId = :appointment and v.deliveredOn is null""")
    void release(UUID appointment);

    @Query("""
            select new io.plumbline.plans.PlanService$PlannedForMe(p.patientId, p.clinicId, v.service, v.plannedOn)
            from TreatmentPlan p join p.care.visits v
            where v.id = :visit and v.practitionerId = :practitioner
              and p.status = io.plumbline.plans.PlanStatus.ACTIVE
              and v.appointmentId is null and v.deliveredOn is null""")
    Optional<PlanService.PlannedForMe> plannedWith(UUID visit, StaffId practitioner);

    @Query("select v.id from PlannedVisit v where v.appointmentId = :appointment")
    Optional<UUID> visitBookedAs(UUID appointment);

    /** Locks the rows without changing them, so that concurrent deliveries of visits count one after the other. */
    @Modifying
    @Query("""
            update TreatmentPlan p set p.care.deliveredVisits = p.care.deliveredVisits
            where p.patientId in :records
              and p.status in (io.plumbline.plans.PlanStatus.ACTIVE, io.plumbline.plans.PlanStatus.ON_HOLD)""")
    void lockRunningOf(Collection<PatientId> records);

    /**
     * Locks a plan against edits until the end of the transaction. Without this lock, a status change would lock the
     * rows of its visits while a colleague edits the plan, and the two would deadlock.
     *
     * @throws StaleVersion if a colleague changed it in the meantime
     */
    default void lock(TreatmentPlan plan) {
        if (lock(plan.id().value(), plan.version()) == 0) {
            throw new StaleVersion(TreatmentPlan.class, plan.id());
        }
    }

    /** Locks the row without changing it, if it still has that version; returns the number of locked rows. */
    @Modifying
    @Query("update TreatmentPlan p set p.status = p.status where p.id = :id and p.version = :version")
    int lock(UUID id, long version);
}
