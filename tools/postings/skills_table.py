"""Skills that postings ask for, under the name that people know them by; a table for all kinds of work."""

from __future__ import annotations

# Names that are found as they stand, whatever their case; behind the bar other words for the same.
NAMES = """
.NET|dotnet
Account management
Accounting|bookkeeping|Buchhaltung
Adobe Photoshop|Photoshop
Agile
Airtable
Android
Angular
Ansible
AutoCAD
AWS|Amazon Web Services
Azure
Barista
Bash|shell scripting
BLS|basic life support
Bootstrap
Bartending
C#
C++
CAD
Canva
Care planning|Pflegeplanung
Cash handling|Kassieren
CDL|commercial driver's license|commercial driving licence
CI/CD|continuous integration
CPR
CRM
CSS
Customer service|Kundenservice|customer support
Data analysis|Datenanalyse
Django
Docker
Driving licence|driver's license|drivers license|driving license|Führerschein|permis de conducir|permis de conduire
Dynamics 365
Electrical wiring|Elektroinstallation
English|Englisch|inglés|anglais
Epic EHR|Epic Systems
Excel|MS Excel
Figma
First aid|Erste Hilfe
FastAPI
Flask
Food safety|ServSafe|food hygiene|Lebensmittelhygiene
Forklift|Staplerschein|Gabelstapler|carretilla elevadora
French|Französisch|français
GCP|Google Cloud
GDPR|DSGVO
German|Deutsch|Deutschkenntnisse
Git
GitHub
GitLab
Golang
Google Analytics
GraphQL
HACCP
HTML
HubSpot
Inventory management
ITIL
iOS
Java
JavaScript
Jenkins
Jira
Kafka
Kotlin
Kubernetes|k8s
Linux
Machine learning|maschinelles Lernen
MATLAB
Medication administration|Medikamentengabe
Microsoft Office|MS Office|MS-Office
MongoDB
MySQL
Nest.js|NestJS
Next.js|NextJS
Node.js|NodeJS
NoSQL
Nursing license|RN license|registered nurse
Objective-C
Patient care|Patientenversorgung|Grundpflege
PHP
POS system|point of sale
PostgreSQL|Postgres
Power BI|PowerBI
PowerPoint
Project management|Projektmanagement
Python
PyTorch
QuickBooks
React|React.js|ReactJS
Redis
REST API|RESTful
Ruby on Rails
Rust
Salesforce
SAP
Scala
Scrum
SEO
Snowflake
SolidWorks
Spanish|Spanisch|español
Spark|Apache Spark
Spring Boot
SQL
Swift
Tableau
TensorFlow
Terraform
TypeScript
Unity
Vue.js|VueJS
Wound care|Wundversorgung
Welding|Schweißen|soldadura
Word|Microsoft Word
Zendesk
"""
# Words of every day that are a skill only as they are written here.
AS_WRITTEN = frozenset(
    (
        "Word Excel Swift Rust Scala Spark Unity React Snowflake Agile Git SAP Flask Tableau Bash SEO CAD Angular Canva"
    ).split()
)
