package io.plumbline.practitioners;

import io.plumbline.shared.ClinicId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Practitioners extends Repository<Practitioner, UUID> {
    /** A practitioner of the directory, before the clinics are known. */
    record Basics(
            UUID id,
            String title,
            String givenName,
            String familyName,
            String sortKey,
            Set<Discipline> disciplines,
            String languages,
            boolean active) {}

    /** One clinic at which a practitioner works. */
    record Workplace(UUID practitioner, ClinicId clinic) {}

    Practitioner save(Practitioner practitioner);

    @Query("""
            select distinct p from Practitioner p join p.hours h
            where h.clinic = :clinic and p.active order by p.sortKey, p.id""")
    List<Practitioner> workingAt(ClinicId clinic);

    @Query("select h from Practitioner p join p.hours h where p.id = :practitioner and p.active")
    List<WorkingHours> hours(UUID practitioner);

    @Query("select count(p) from Practitioner p where p.active")
    long countActive();

    @Query("""
            select new io.plumbline.practitioners.Practitioners$Basics(p.id, p.title, p.givenName, p.familyName,
                p.sortKey, p.disciplines, p.languages, p.active)
            from Practitioner p
            where p.sortKey >= :after and (p.sortKey > :after or p.id > :afterId)
            order by p.sortKey, p.id""")
    List<Basics> after(String after, UUID afterId, Limit limit);

    @Query("""
            select distinct new io.plumbline.practitioners.Practitioners$Workplace(p.id, h.clinic)
            from Practitioner p join p.hours h where p.id in :practitioners""")
    List<Workplace> workplaces(Collection<UUID> practitioners);
}
