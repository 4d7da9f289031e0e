package io.plumbline.forms;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface FormDefinitions extends Repository<FormDefinition, UUID> {
    FormDefinition saveAndFlush(FormDefinition form);

    Optional<FormDefinition> findById(UUID id);

    /** Returns the forms by name, those that are not offered last. */
    @Query("from FormDefinition order by case when retired then 1 else 0 end, name, id")
    List<FormDefinition> findAll(Limit limit);

    /** Returns the newest versions of all forms, by name. */
    @Query("""
            select new io.plumbline.forms.PublishedForm(
                version.id, new io.plumbline.forms.FormId(form.id), version.number, version.content)
            from FormDefinition form join form.versions version
            where version.number = form.published and (form.retired = false or :alsoRetired = true)
            order by form.name, form.id""")
    List<PublishedForm> findNewest(boolean alsoRetired, Limit limit);

    @Query("""
            select new io.plumbline.forms.PublishedForm(
                version.id, new io.plumbline.forms.FormId(form.id), version.number, version.content)
            from FormDefinition form join form.versions version where version.id in :versions""")
    List<PublishedForm> findVersions(Collection<UUID> versions);
}
