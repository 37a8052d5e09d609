"""Who sends mail in whose name: domains of applicant systems, job boards and mail for everybody; tables only."""

from __future__ import annotations

# Domains from which applicant systems write for their customers.
SYSTEMS = frozenset(
    """
    hackerrank.com hackerrankforwork.com codility.com codesignal.com testgorilla.com shl.com hirevue.com docusign.net
    docusign.com calendly.com goodtime.io greenhouse.io greenhouse-mail.io us.greenhouse-mail.io eu.greenhouse-mail.io lever.co hire.lever.co
    myworkday.com myworkdayjobs.com workday.com otp.workday.com icims.com talent.icims.com smartrecruiters.com
    ashbyhq.com jobvite.com successfactors.com successfactors.eu taleo.net oraclecloud.com brassring.com kenexa.com
    breezy.hr breezy-mail.com workable.com workablemail.com bamboohr.com app.bamboohr.com recruitee.com personio.de
    personio.com teamtailor.com teamtailor-mail.com jazzhr.com applytojob.com resumatorjobs.com ultipro.com ukg.com
    paylocity.com paycomonline.net paycor.com adp.com dayforce.com ceridian.com phenompeople.com phenom.com eightfold.ai
    avature.net hirevue.com hirebridge.com silkroad.com cornerstoneondemand.com csod.com softgarden.io softgarden.de
    rexx-systems.com concludis.de d-vinci.de onlyfy.io prescreen.io join.com dvinci-hr.com umantis.com haufe.com
    welcometothejungle.com flatchr.io digitalrecruiters.com taleez.com beetween.com jobaffinity.fr talentsoft.com
    gupy.io gupy.com.br kenoby.com solides.com.br pandape.com infojobs.com.br factorial.co factorialhr.com viterbit.com
    rippling.com gem.com wellfound.com pinpointhq.com pinpoint.email eploy.net tribepad.com networxrecruitment.com
    oleeo.com trac.jobs jobtrain.co.uk applicantpro.com applicantstack.com clearcompany.com newtonsoftware.com
    governmentjobs.com neogov.com usajobs.gov peopleadmin.com interfolio.com pageuppeople.com livehire.com
    hackerrank.com hackerrankforwork.com codility.com codesignal.com testgorilla.com hackerearth.com karat.com
    predictiveindex.com criteriacorp.com shl.com pymetrics.com harver.com sparkhire.com willo.video docusign.net
    docusign.com dropboxsign.com hellosign.com calendly.com goodtime.io modernloop.io fountain.com paradox.ai
    olivia.paradox.ai myinterview.com zohorecruit.com zohocorp.com bullhorn.com jobadder.com comeet.co comeet-notifications.com
    polymer.co homerun.co dover.com dover.io recruiterbox.com trakstar.com freshteam.com hireology.com careerplug.com
    recruitmail.com darwinbox.com darwinbox.in ripplehire.com keka.com turbohire.co hireflix.com tal.net plum.io
    hrmdirect.com jobscore.com catsone.com crelate.com gohire.io recruitcrm.io hirehive.com workstream.us jobs2web.com
    beamery.com yello.co symplicity.com talentlink.com lumesse.com jobylon.com reachmee.com easycruit.com varbi.com
    webcruiter.no emply.com hr-manager.net erecruiter.pl gradweb1.co.uk coderbyte.com coderpad.io modernhire.com
    manatal.com careers-page.com ats.rippling.com
    harri.com 7shifts.com snagajob.com applicantemails.com hrsmart.com peoplefluent.com infinitetalent.com
    """.split()
)
# Boards that send receipts, views and alerts from the same addresses.
BOARDS = frozenset(
    """
    linkedin.com indeed.com indeedemail.com ziprecruiter.com glassdoor.com monster.com monster.de careerbuilder.com
    dice.com stepstone.de stepstone.com xing.com naukri.com infojobs.net infojobs.com hellowork.com apec.fr pole-emploi.fr
    francetravail.fr seek.com.au reed.co.uk totaljobs.com cv-library.co.uk jobsite.co.uk catho.com.br vagas.com.br
    sapo.pt net-empregos.com tecnoempleo.com computrabajo.com bumeran.com simplyhired.com jooble.org talent.com neuvoo.com
    adzuna.com handshake.com joinhandshake.com ripplematch.com wayup.com hired.com otta.com builtin.com angel.co
    jobstreet.com jobsdb.com foundit.in instahyre.com hirist.tech internshala.com unstop.com cutshort.io apna.co shine.com
    jora.com irishjobs.ie jobs.ie pracuj.pl jobindex.dk finn.no nofluffjobs.com justjoin.it free-work.com cadremploi.fr
    jobteaser.com meteojob.com seek.co.nz trademe.co.nz bayt.com naukrigulf.com kariyer.net
    experteer.com experteer.de jobs.ch arbeitsagentur.de kimeta.de meinestadt.de jobware.de lensa.com jobcase.com
    """.split()
)
# Anybody's.
FREE = frozenset(
    """
    gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com yahoo.de yahoo.fr yahoo.es yahoo.co.uk
    ymail.com icloud.com me.com mac.com aol.com gmx.de gmx.net gmx.at gmx.ch web.de t-online.de freenet.de posteo.de
    mailbox.org orange.fr wanadoo.fr free.fr laposte.net sfr.fr uol.com.br bol.com.br terra.com.br sapo.pt hotmail.fr
    hotmail.es proton.me protonmail.com fastmail.com mail.com zoho.com btinternet.com sky.com comcast.net verizon.net
    """.split()
)
# What stands before the name of a company in a host's name, or in place of one.
HOST_WORDS = frozenset(
    """
    www mail email e-mail mailer mailing news newsletter notify notification notifications no-reply noreply reply careers
    career jobs job apply applicants recruiting recruitment recruiter talent hr people hire hiring info contact em smtp mx
    bounce bounces send sender mg sg us eu uk de my app portal candidates candidate message messages updates alerts team
    system ats wd1 wd3 wd5 marketing service services support corp corporate global int intl my-careers mycareers otp click
    links link track url hello web secure login accounts account donotreply post msg go t e m s x
    """.split()
)
# The second level of country domains such as co.uk.
SECOND_LEVEL = frozenset("co com org net gov ac edu gob govt nhs ne or gv nom".split())
