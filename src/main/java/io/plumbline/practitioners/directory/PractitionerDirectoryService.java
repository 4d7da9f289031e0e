package io.plumbline.practitioners.directory;

import io.plumbline.practitioners.credentials.CredentialService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists the practitioners, each with the most urgent status of their credentials. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.PRACTITIONER_READ)
public class PractitionerDirectoryService {
    private final PractitionerDirectoryQuery directory;
    private final CredentialService credentials;

    PractitionerDirectoryService(PractitionerDirectoryQuery directory, CredentialService credentials) {
        this.directory = directory;
        this.credentials = credentials;
    }

    /**
     * Returns a page of the directory by name.
     *
     * @param after the last row of the previous page, or null for the first page
     */
    public List<PractitionerRow> list(PractitionerFilter filter, @Nullable PractitionerRow after, int limit) {
        var page = directory.page(filter, credentials.today(), after, limit);
        var places = directory.workplaces(page.stream().map(PractitionerRow::id).toList());
        return page.stream()
                .map(row -> row.at(places.getOrDefault(row.id(), Set.of())))
                .toList();
    }
}
