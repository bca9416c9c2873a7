package weir.stream.topology;

import java.util.Optional;

import weir.stream.privacy.PrivacyFilter;
import weir.stream.registration.FileReports;
import weir.stream.registration.SrmRules;
import weir.stream.registration.UniqueIds;
import weir.stream.registration.store.StoredPlatformIds;
import weir.stream.sif.SifSplitter;

/// What the services of the topology decide by. All of it is safe for many threads.
///
/// @param splitter    holds documents against the schema
/// @param filter      takes out what a level must not show
/// @param srm         the rules of registration
/// @param uniqueIds   whether a student is there twice
/// @param reports     counts the students of an upload
/// @param platformIds gives students the platform's ids; empty when they are left alone
public record StreamRules(
        SifSplitter splitter,
        PrivacyFilter filter,
        SrmRules srm,
        UniqueIds uniqueIds,
        FileReports reports,
        Optional<StoredPlatformIds> platformIds) {}
