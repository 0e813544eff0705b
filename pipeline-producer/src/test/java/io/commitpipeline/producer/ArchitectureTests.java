package io.commitpipeline.producer;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packagesOf = ProducerApplication.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule featuresFormNoCycle = slices().matching("io.commitpipeline.producer.(*)..")
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule otherApplicationsAndTheLocalAzureAreUnknown = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.commitpipeline.local..", "io.commitpipeline.processor..", "io.commitpipeline.admin..");

	@ArchTest
	static final ArchRule commitsOrderAndPaceNeedNoFramework = noClasses().that()
		.resideInAnyPackage("..commits..", "..ordering..", "..pacing..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework..", "com.azure..", "..replays..", "..sending..", "..sources..");

	@ArchTest
	static final ArchRule onlySourcesKnowTheLake = noClasses().that()
		.resideOutsideOfPackage("..sources..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("com.azure.storage..");

	@ArchTest
	static final ArchRule onlySendingKnowsTheHub = noClasses().that()
		.resideOutsideOfPackage("..sending..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("com.azure.messaging..", "com.azure.spring..", "org.springframework.cloud.stream..");

	@ArchTest
	static final ArchRule onlyReplaysAndTheCatalogueKnowTheDatabase = noClasses().that()
		.resideInAnyPackage("..commits..", "..ordering..", "..pacing..", "..sending..", "..sources..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "javax.sql..");

	@ArchTest
	static final ArchRule timeComesFromAClock = noClasses().should()
		.callMethod(java.time.Instant.class, "now")
		.orShould()
		.callMethod(System.class, "currentTimeMillis")
		.orShould()
		.callMethod(Thread.class, "sleep", long.class);

	@ArchTest
	static final ArchRule nothingIsPrinted = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

	@ArchTest
	static final ArchRule settingsAreRecords = classes().that()
		.haveSimpleNameEndingWith("Properties")
		.should()
		.beRecords();

}
