package io.plumbline.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.ids.Id;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

class SubjectsTest {
    @StoredKind("test.named")
    private record Named(StaffId reader, PatientId patient) implements Recorded {}

    @StoredKind("test.exported")
    private record Exported(UUID export) implements Recorded {}

    @StoredKind("test.said")
    private record Said(String words) implements Recorded {}

    @Test
    void anEventHappensToTheRecordWithWhoseIdItBegins() {
        var reader = new StaffId(UUID.randomUUID());
        assertThat(new Named(reader, PatientId.next()).subject()).isEqualTo(reader.value());
        var export = UUID.randomUUID();
        assertThat(new Exported(export).subject()).isEqualTo(export);
        assertThatThrownBy(new Said("words")::subject).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void everyEventThatDoesNotSayItsSubjectBeginsWithAnId() throws Exception {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(Recorded.class));
        var wrong = new ArrayList<String>();
        for (var found : scan.findCandidateComponents("io.plumbline")) {
            var event = Class.forName(found.getBeanClassName());
            if (event != Said.class && event.getMethod("subject").getDeclaringClass() == Recorded.class) {
                var first = event.getRecordComponents()[0].getType();
                if (first != UUID.class && !Id.class.isAssignableFrom(first)) {
                    wrong.add(event.getName());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }
}
