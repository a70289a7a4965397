internal import Rapporteur
