package io.plumbline.plans.templates;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PlanTemplates extends Repository<PlanTemplate, UUID> {
    PlanTemplate saveAndFlush(PlanTemplate template);

    Optional<PlanTemplate> findById(UUID id);

    /** Returns the templates by name, those that are not offered last. */
    @Query("""
            from PlanTemplate
            order by case when retiredAt is null then 0 else 1 end, name, id""")
    List<PlanTemplate> findAll(Limit limit);

    /** Returns the newest versions of templates that are offered, by name. */
    @Query("""
            select new io.plumbline.plans.templates.NewestVersion(template.id, version.number, version.content)
            from PlanTemplate template join template.versions version
            where template.retiredAt is null and version.number = template.published
            order by template.name, template.id""")
    List<NewestVersion> findNewest(Limit limit);

    @Query("""
            select version from PlanTemplate template join template.versions version
            where template.id = :template and version.number = :number""")
    Optional<PlanTemplateVersion> findVersion(UUID template, int number);
}
