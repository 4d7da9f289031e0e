package io.plumbline.plans.templates;

import io.plumbline.phases.PhaseDefaults;
import io.plumbline.plans.PlanDetails;
import io.plumbline.plans.TemplateOrigin;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.Ids;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plan templates, which chiropractors write for all clinics of the group. They hold no data of patients. Changes carry
 * the revision that the current user saw, and throw {@link NotAvailable} if there is no such template, {@link StaleVersion} if
 * a colleague changed it in the meantime, and {@link Refused} with a message for the user.
 */
@Service
@Transactional
@Requires(Permission.PLAN_WRITE)
public class PlanTemplateService {
    private static final Limit MOST = Limit.of(200);

    private final PlanTemplates templates;
    private final TemplateExamples examples;
    private final PhaseDefaults defaults;
    private final Clock clock;

    PlanTemplateService(PlanTemplates templates, TemplateExamples examples, PhaseDefaults defaults, Clock clock) {
        this.templates = templates;
        this.examples = examples;
        this.defaults = defaults;
        this.clock = clock;
    }

    /** Returns the templates of the clinics by name, retired ones last, and after them the examples. */
    @Transactional(readOnly = true)
    public List<TemplateRow> findAll() {
        var newest = newest();
        return Stream.concat(
                        templates.findAll(MOST).stream()
                                .filter(template -> !template.isDiscarded())
                                .map(template -> template.row(newest.get(template.id()))),
                        examples.templates().stream().map(this::row))
                .toList();
    }

    /** Returns the templates with which a plan can begin: those of the clinics by name, then the examples. */
    @Transactional(readOnly = true)
    public List<TemplateRow> findOffered() {
        return Stream.concat(
                        templates.findNewest(MOST).stream().map(PlanTemplateService::row),
                        examples.templates().stream().map(this::row))
                .toList();
    }

    private Map<UUID, TemplateContent> newest() {
        return templates.findNewest(MOST).stream()
                .collect(Collectors.toMap(NewestVersion::template, NewestVersion::content));
    }

    private static TemplateRow row(NewestVersion newest) {
        return new TemplateRow(newest.template().toString(), newest.number(), false, false, false, newest.content());
    }

    private TemplateRow row(TemplateExamples.Example example) {
        return new TemplateRow(example.key(), examples.version(), true, false, false, example.content());
    }

    /**
     * Returns a template or an example with its versions; empty if there is none.
     *
     * @param id the id, or the key of an example
     */
    @Transactional(readOnly = true)
    public Optional<TemplateDetails> open(String id) {
        return Ids.parsed(id, UUID::fromString)
                .flatMap(templates::findById)
                .map(PlanTemplate::details)
                .or(() -> examples.find(id).map(this::details));
    }

    private TemplateDetails details(TemplateExamples.Example example) {
        var content = example.content();
        return new TemplateDetails(
                example.key(),
                0,
                content.name(),
                examples.source(),
                null,
                null,
                List.of(new TemplateDetails.Version(examples.version(), content, "", null, null)));
    }

    /**
     * Returns what a version said with which a plan began; empty for an example that ships in another version now.
     */
    @Transactional(readOnly = true)
    @Requires(Permission.PLAN_READ)
    public Optional<TemplateContent> findVersion(PlanDetails plan) {
        return Optional.ofNullable(plan.clinical())
                .map(clinical -> clinical.draft().template())
                .flatMap(this::contentOf);
    }

    private Optional<TemplateContent> contentOf(TemplateOrigin origin) {
        return Ids.parsed(origin.template(), UUID::fromString)
                .flatMap(template -> templates.findVersion(template, origin.version()))
                .map(version -> version.details().content())
                .or(() -> examples.find(origin.template())
                        .filter(example -> examples.version() == origin.version())
                        .map(TemplateExamples.Example::content));
    }

    /** Begins an empty template; returns its id. It is offered once it is published. */
    public String begin() {
        return begin(TemplateContent.empty());
    }

    /**
     * Begins a template with what another one or an example says; returns its id.
     *
     * @param id the id, or the key of an example
     */
    public String copy(String id) {
        var from = open(id).orElseThrow(NotAvailable::new);
        var content = from.versions().isEmpty()
                ? Objects.requireNonNull(from.draft())
                : from.versions().getFirst().content();
        return begin(content);
    }

    /**
     * Begins a template with the services and the ends of the phases of a plan that the current user has open; returns its
     * id.
     */
    public String beginFrom(PlanDetails plan) {
        return begin(TemplateContent.of(Optional.ofNullable(plan.clinical())
                .orElseThrow(NotAvailable::new)
                .draft()));
    }

    private String begin(TemplateContent content) {
        return templates
                .saveAndFlush(PlanTemplate.begun(content, CurrentUser.current().staff(), clock.instant()))
                .id()
                .toString();
    }

    /** Begins the next version with what the newest says, unless one is being written already. */
    public void edit(String id, long revision) {
        change(id, revision, PlanTemplate::edit);
    }

    /** Saves what is being written; returns the new revision. */
    public long saveDraft(String id, long revision, TemplateContent content) {
        return change(id, revision, template -> template.write(content));
    }

    /**
     * Publishes the draft as the next version; plans that began with an earlier one stay as they are.
     *
     * @param reason what changed, at most 440 characters; may be empty for the first version
     */
    public void publish(String id, long revision, String reason) {
        ReasonWords.optional("What changed", reason, 440);
        var by = CurrentUser.current().staff();
        change(id, revision, template -> template.publish(reason, defaults, by, clock.instant()));
    }

    /** Discards the draft; a template that was never published is no longer listed. */
    public void discard(String id, long revision) {
        change(id, revision, template -> template.discard(CurrentUser.current().staff(), clock.instant()));
    }

    /** Offers the template no longer. */
    public void retire(String id, long revision, String reason) {
        ReasonWords.require("The reason", reason, 440);
        change(
                id,
                revision,
                template -> template.retire(reason, CurrentUser.current().staff(), clock.instant()));
    }

    /** Offers a retired template again. */
    public void offerAgain(String id, long revision) {
        change(id, revision, PlanTemplate::offerAgain);
    }

    private long change(String id, long revision, Consumer<PlanTemplate> change) {
        var template =
                Ids.parsed(id, UUID::fromString).flatMap(templates::findById).orElseThrow(NotAvailable::new);
        StaleVersion.throwUnless(template.version() == revision, PlanTemplate.class, id);
        change.accept(template);
        return templates.saveAndFlush(template).version();
    }
}
