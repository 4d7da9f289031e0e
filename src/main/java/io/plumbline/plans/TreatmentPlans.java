package io.plumbline.plans;

import io.plumbline.shared.PatientId;
import io.plumbline.shared.StaffId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface TreatmentPlans extends Repository<TreatmentPlan, UUID> {
    /** Written at once, so that a stale version or a second active plan is told to who saves. */
    TreatmentPlan saveAndFlush(TreatmentPlan plan);

    Optional<TreatmentPlan> findById(UUID id);

    @Query("""
            select new io.plumbline.plans.PlanLabel(p.id, p.clinicId, p.title, p.status, p.plannedVisits, p.deliveredVisits)
            from TreatmentPlan p where p.patientId = :patient
            order by case when p.status = io.plumbline.plans.PlanStatus.DRAFT then 1 else 0 end, p.createdAt desc""")
    List<PlanLabel> ofPatient(PatientId patient, Limit limit);

    @Query("""
            select p from TreatmentPlan p
            where p.patientId = :patient and p.status = io.plumbline.plans.PlanStatus.ACTIVE order by p.createdAt""")
    List<TreatmentPlan> activeOf(PatientId patient);

    @Query("""
            select new io.plumbline.plans.PlannedForMe(p.patientId, p.clinicId, v.service)
            from TreatmentPlan p join p.visits v
            where v.id = :visit and v.practitionerId = :practitioner
              and p.status = io.plumbline.plans.PlanStatus.ACTIVE
              and v.appointmentId is null and v.deliveredNoteId is null""")
    Optional<PlannedForMe> plannedWith(UUID visit, StaffId practitioner);

    @Query("select v.id from PlannedVisit v where v.appointmentId = :appointment")
    Optional<UUID> visitBookedAs(UUID appointment);

    /** Changes nothing but locks the rows: who counts a visit while a colleague counts another must count after them. */
    @Modifying
    @Query("""
            update TreatmentPlan p set p.deliveredVisits = p.deliveredVisits
            where p.patientId = :patient and p.status = io.plumbline.plans.PlanStatus.ACTIVE""")
    void lockActiveOf(PatientId patient);
}
