package io.plumbline.exercises;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Exercises extends Repository<Exercise, UUID> {
    Exercise save(Exercise exercise);

    long count();

    @Query("""
            select new io.plumbline.exercises.ExerciseRow(e.id, e.name, e.group, e.stage, e.instruction, e.dose,
                e.caution, e.namedIn)
            from Exercise e
            where e.name >= :after and (e.name > :after or e.id > :afterId)
            order by e.name, e.id""")
    List<ExerciseRow> after(String after, UUID afterId, Limit limit);
}
